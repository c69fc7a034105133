import type { Problem } from '#domain/release.ts';
import { namesOf } from '#domain/synonym.ts';
import { PAGE_KINDS, type PageKind } from '#domain/textPage.ts';
import { type CheckContext, problemAt } from './context.ts';

/** Of each text one is visible at a time. */
function checkPages({ office, selection }: CheckContext): Problem[] {
  const seen = new Set<PageKind>();
  return selection.pages.flatMap((page) => {
    if (!seen.has(page.kind)) {
      seen.add(page.kind);
      return [];
    }
    const message = `Có hai trang “${PAGE_KINDS[page.kind]}” cùng hiển thị. Hãy rút một trang, hoặc đổi ngày hiện.`;
    return [problemAt(office, 'error', 'pages', page, 'kind', message)];
  });
}

/** A line of search words leads from one name to another: it needs two. */
function checkSynonyms({ office, selection }: CheckContext): Problem[] {
  return selection.synonyms.flatMap((line) => {
    if (line.kind === 'narrower' && line.general.trim() === '')
      return [problemAt(office, 'warning', 'synonyms', line, 'general', 'Loại “gọi chung” cần từ chung.')];
    if (namesOf(line).length > 1) return [];
    const message = 'Dòng này chỉ có một cách gọi nên không tìm thêm được gì. Hãy thêm cách gọi khác.';
    return [problemAt(office, 'warning', 'synonyms', line, 'words', message)];
  });
}

/** The office's texts and search words. */
export function checkTexts(context: CheckContext): Problem[] {
  return [...checkPages(context), ...checkSynonyms(context)];
}
