import { useQueryClient } from '@tanstack/react-query';
import { type ImportAnswers, isSharedKey } from '#domain/importAnswers.ts';
import type { ImportChoices } from '#domain/importRun.ts';
import { downloadRefused, lookAgain } from '../api/imports.ts';
import { failureOf } from '../api/messages.ts';
import { instantWords } from '../clock.ts';
import { toList } from '../paths.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button } from '../ui/Button.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { ApplyPanel } from './ApplyPanel.tsx';
import { countWords } from './countWords.ts';
import { FoundPanel } from './FoundPanel.tsx';
import { isUnderWay, type Run, useRun } from './queries.ts';
import { ReportPanel } from './ReportPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { StateChip } from './StateChip.tsx';
import { Waiting } from './Waiting.tsx';

/** Looks again with something changed; the choices and answers of before stay. */
function useLook(id: string) {
  const client = useQueryClient();
  return async (body: { choices?: ImportChoices; answers?: ImportAnswers }) => {
    try {
      await lookAgain(id, body);
    } catch (error) {
      tell(failureOf(error).message, false);
    }
    await client.invalidateQueries({ queryKey: ['imports'] });
  };
}

function Answered({ run, onForget }: { run: Run; onForget: () => void }) {
  const keys = Object.keys(run.answers ?? {});
  const count = keys.length;
  const shared = keys.filter(isSharedKey).length;
  if (count === 0) return null;
  return (
    <Notice icon="check" tone="neutral">
      <span className="pe-3">{`Đã tính ${count} câu trả lời${shared === 0 ? '' : `, ${shared} cho nhiều dòng`}.`}</span>
      {run.state === 'dry' && (
        <Button look="quiet" onPress={onForget}>
          Bỏ các câu trả lời
        </Button>
      )}
    </Notice>
  );
}

function Told({ run }: { run: Run }) {
  if (run.state === 'failed' && run.problem !== '')
    return (
      <Notice icon="warning" tone="bad">
        {run.problem}
      </Notice>
    );
  if (run.state === 'undone')
    return (
      <Notice icon="history" tone="neutral">
        {`${run.undone_by || 'Chương trình'} đã hoàn tác lúc ${instantWords(run.undone_at)}. Mọi bản ghi trở lại như trước khi nhập.`}
      </Notice>
    );
  return null;
}

function Body({ run }: { run: Run }) {
  const look = useLook(run.id);
  if (isUnderWay(run)) return <Waiting run={run} />;
  const isOpen = run.source !== '' && (run.state === 'dry' || run.state === 'failed');
  const isNeeded = run.state === 'failed' || (run.found?.suspectedShift ?? 0) !== 0;
  const { found } = run;
  return (
    <>
      <Told run={run} />
      {run.state === 'dry' && <ApplyPanel run={run} />}
      {run.state === 'applied' && <ResultPanel run={run} />}
      {run.state !== 'dry' && run.counts !== null && <p className="font-semibold">{countWords(run.counts)}</p>}
      {run.refused !== '' && (
        <div className="flex flex-wrap items-center gap-3">
          <Button icon="down" onPress={() => downloadRefused(run)}>
            Tải các dòng bị từ chối (Excel)
          </Button>
          <span className="text-ink-2 text-sm">Kèm cột lý do; sửa rồi nhập lại tệp ấy.</span>
        </div>
      )}
      <Answered onForget={() => look({ answers: {} })} run={run} />
      {isOpen && found !== null && (
        <FoundPanel
          found={found}
          isNeeded={isNeeded}
          key={run.updated}
          onLook={(choices) => look({ choices })}
          run={run}
        />
      )}
      {isOpen && found === null && (
        <div>
          <Button onPress={() => look({})}>Xem trước lại</Button>
        </div>
      )}
      {run.report !== '' && (
        <ReportPanel isOpen={isOpen} key={run.report} onAnswers={(answers) => look({ answers })} run={run} />
      )}
    </>
  );
}

/** One import: its dry run, its report, writing it, taking it back. */
export function ImportScreen({ id }: { id: string }) {
  const run = useRun(id);
  const trail = [{ title: 'Nhập từ bảng tính', href: toList('imports') }];
  return (
    <Screen
      state={run.data && <StateChip state={run.data.state} />}
      title={run.data?.file_name ?? 'Lần nhập'}
      trail={trail}
    >
      {run.isPending && <Loading />}
      {run.isError && <LoadError message={run.error.message} onRetry={() => run.refetch()} />}
      {run.data !== undefined && <Body run={run.data} />}
    </Screen>
  );
}
