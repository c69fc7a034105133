import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnyRecord, allRecords } from '../api/records.ts';
import { expanded, textOf } from '../presentation.ts';
import { finderFor, toOption } from '../record/find.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { LookupField, type Option } from '../ui/LookupField.tsx';
import { LoadError, Loading } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { formHere, useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { type MatchedLine, matchLines, readLines } from './pastedLines.ts';

/** A product chosen by a line, with what the line said of it. */
export interface ChosenLine {
  product: Option;
  stars: number;
  score: number;
}

function useProducts() {
  return useQuery<AnyRecord[]>({
    queryKey: ['products', 'all-names'],
    queryFn: () => allRecords('products', { fields: 'id,name,expand.producer.name', expand: 'producer' }),
  });
}

interface Answer {
  matched: MatchedLine;
  product: Option | null;
}

function toAnswers(text: string, products: readonly AnyRecord[]): Answer[] {
  const byId = new Map(products.map((product) => [product.id, product] as const));
  const candidates = products.map((product) => ({
    id: product.id,
    name: textOf(product, 'name'),
    producer: textOf(expanded(product, 'producer') ?? { id: '', created: '', updated: '' }, 'name'),
  }));
  return matchLines(readLines(text), candidates).map((matched) => {
    const found = matched.match === null ? undefined : byId.get(matched.match.id);
    return { matched, product: found === undefined ? null : toOption('products', found) };
  });
}

function UnmatchedLine({ answer, onChoose }: { answer: Answer; onChoose: (product: Option | null) => void }) {
  const { line, candidates } = answer.matched;
  const [find] = useState(() => finderFor('products'));
  const offered = candidates.map(({ id, name, producer }) => ({ id, title: name, detail: producer }));
  // The few that bear the name come first; after a typed word, whatever matches it.
  const findAmong = async (text: string) => (text === '' && offered.length > 0 ? offered : find(text));
  return (
    <li className="border-line border-t py-3">
      <p className="font-semibold">{line.name}</p>
      <p className="pb-2 text-ink-2 text-sm">
        {candidates.length > 1
          ? `${candidates.length} sản phẩm cùng tên, hãy chọn một.`
          : 'Không có sản phẩm nào mang tên này.'}
      </p>
      <LookupField
        find={findAmong}
        isLabelHidden
        label={`Sản phẩm cho dòng “${line.name}”`}
        onChange={onChoose}
        placeholder="Chọn sản phẩm, hoặc để trống để bỏ dòng"
        value={answer.product}
      />
    </li>
  );
}

function TypedList({ onClose, onRead }: { onClose: () => void; onRead: (answers: Answer[]) => void }) {
  const products = useProducts();
  const [text, setText] = useState('');
  const [form] = useState(() => formHere('paste'));
  const unsaved = useUnsavedValues(form, text === '' ? null : { text });
  const read = (answers: Answer[]) => {
    unsaved.forget();
    onRead(answers);
  };
  if (products.isError) return <LoadError message={products.error.message} onRetry={() => products.refetch()} />;
  if (products.data === undefined) return <Loading />;
  return (
    <>
      <UnsavedNotice
        onTake={({ values }) => setText(String(values['text']))}
        unsaved={unsaved}
        words={({ values }) => <TypedText>{String(values['text'])}</TypedText>}
      />
      <TextField
        hint="Mỗi dòng một sản phẩm. Chép từ bảng tính thì các cột chủ thể, số sao, điểm cũng được đọc."
        isLong
        label="Tên sản phẩm"
        onChange={setText}
        value={text}
      />
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={text.trim() === ''} look="primary" onPress={() => read(toAnswers(text, products.data))}>
          Đối chiếu
        </Button>
      </DialogButtons>
    </>
  );
}

interface MatchesProps {
  answers: Answer[];
  onChange: (answers: Answer[]) => void;
  onBack: () => void;
  onDone: (chosen: ChosenLine[]) => void;
}

function Matches({ answers, onChange, onBack, onDone }: MatchesProps) {
  const choose = (at: number, product: Option | null) =>
    onChange(answers.map((each, index) => (index === at ? { ...each, product } : each)));
  const chosen = answers.flatMap(({ product, matched: { line } }) =>
    product === null ? [] : [{ product, stars: line.stars, score: line.score }],
  );
  return (
    <>
      <p role="status">{`Khớp ${chosen.length}/${answers.length} dòng.`}</p>
      <ul className="mt-2">
        {answers.map((answer, at) =>
          answer.matched.match === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <UnmatchedLine answer={answer} key={at} onChoose={(product) => choose(at, product)} />
          ) : null,
        )}
      </ul>
      <DialogButtons>
        <Button onPress={onBack}>Dán lại</Button>
        <Button isDisabled={chosen.length === 0} look="primary" onPress={() => onDone(chosen)}>
          {`Thêm ${chosen.length} sản phẩm`}
        </Button>
      </DialogButtons>
    </>
  );
}

interface PasteDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onDone: (chosen: ChosenLine[]) => void;
}

/** Turns a pasted list of names into products; what is not found is shown, never guessed. */
export function PasteDialog({ isOpen, onClose, onDone }: PasteDialogProps) {
  const [answers, setAnswers] = useState<Answer[] | null>(null);
  const close = () => {
    setAnswers(null);
    onClose();
  };
  const done = (chosen: ChosenLine[]) => {
    onDone(chosen);
    close();
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title="Dán danh sách sản phẩm">
      {answers === null ? (
        <TypedList onClose={close} onRead={setAnswers} />
      ) : (
        <Matches answers={answers} onBack={() => setAnswers(null)} onChange={setAnswers} onDone={done} />
      )}
    </Dialog>
  );
}
