import { useState } from 'react';
import type { SiteSettings } from '#domain/siteSettings.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { tell } from '../ui/toast.tsx';
import type { WorkItem } from '../worklist/work.ts';
import { letterOf } from './letter.ts';
import { letterFacts } from './letterFacts.ts';

interface Props {
  items: readonly WorkItem[];
  settings: SiteSettings;
  today: string;
  onClear: () => void;
}

/** Writes the letters of the chosen certificates into one file, each on a page of its own. Nothing of it is kept. */
export function LetterBar({ items, settings, today, onClear }: Props) {
  const [isBusy, setBusy] = useState(false);
  if (items.length === 0) return null;
  const write = async () => {
    setBusy(true);
    try {
      const { lettersToBlob } = await import('./letterDocument.ts');
      const letters = items.map((item) => letterOf(letterFacts(item, settings, today)));
      saveFile(await lettersToBlob(letters), `cong-van-han-giay-chung-nhan-${today}.docx`);
      tell(`Đã soạn ${letters.length} công văn, mỗi công văn một trang riêng.`, true);
    } catch {
      tell('Chưa soạn được. Hãy tải lại trang rồi thử lại.', false);
    }
    setBusy(false);
  };
  return (
    <div className="save-bar">
      <Button icon="paper" isDisabled={isBusy} look="primary" onPress={write}>
        {isBusy ? 'Đang soạn…' : `Soạn ${items.length} công văn (DOCX)`}
      </Button>
      <Button look="quiet" onPress={onClear}>
        Bỏ chọn
      </Button>
      <span className="text-ink-2">Công văn có địa chỉ của chủ thể: chỉ dùng để gửi đúng người nhận.</span>
    </div>
  );
}
