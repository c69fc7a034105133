import type { ReactNode } from 'react';
import { instantToVietnamese } from '#domain/rules/day.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import type { Found } from './kept.ts';
import type { Unsaved } from './useUnsaved.ts';

interface Props {
  unsaved: Unsaved;
  /** What was typed, as a person reads it. */
  words: (found: Found) => ReactNode;
  /** Puts it into the form; left out where nothing can be changed. */
  onTake?: ((found: Found) => void) | undefined;
}

/** Offers what was typed before and not saved. */
export function UnsavedNotice({ unsaved, words, onTake }: Props) {
  return unsaved.found.map((found) => (
    <Notice icon="history" key={found.key} tone="attention">
      <p className="font-semibold">{`Có nội dung bạn gõ dở lúc ${instantToVietnamese(found.at).replace(' ', ', ')}`}</p>
      <div className="max-h-80 overflow-y-auto break-words py-2">{words(found)}</div>
      <div className="flex flex-wrap gap-3">
        {onTake !== undefined && (
          <Button
            onPress={() => {
              onTake(found);
              unsaved.adopt(found);
            }}
          >
            Dùng lại
          </Button>
        )}
        <Button look="quiet" onPress={() => unsaved.drop(found)}>
          Bỏ
        </Button>
      </div>
    </Notice>
  ));
}

/** Lines as they were typed. */
export function TypedText({ children }: { children: string }) {
  return <p className="whitespace-pre-wrap">{children}</p>;
}
