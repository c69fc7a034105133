/**
 * Finds personal data that must stay in the office, however it is written: in HTML, JSON or an address, with or without tone marks,
 * a telephone number with any spacing. Used on records before building and on every built file after.
 */
import type { PersonalItem } from '#domain/rules/consent.ts';
import { fold, foldedWords } from '#domain/rules/fold.ts';
import { type Person, withheldItems } from './personal.ts';
import { numbersIn, SearchText, TextIndex } from './textIndex.ts';

/** A value that no public file may hold. */
export interface Hidden {
  producer: string;
  item: PersonalItem | 'tax_code';
  value: string;
  /** Of a natural person: stops publishing. Of a firm: worth a warning. */
  grave: boolean;
}

/** Words that stand before a household's or person's name. */
const TITLES = new Set(
  'ho kinh doanh san xuat gia dinh co so trang trai hkd cssx ong ba anh chi nghe nhan to hop tac htx'.split(' '),
);
function withoutTitle(name: string): string {
  const words = name.trim().split(/\s+/);
  while (words.length > 0 && TITLES.has(fold(words[0] ?? ''))) words.shift();
  return words.join(' ');
}

function hiddenOf(person: Person): Hidden[] {
  const { producer } = person;
  const found: Hidden[] = [];
  for (const item of withheldItems(person)) {
    if (item === 'picture') continue;
    const grave = producer.natural_person || item === 'representative';
    for (const value of person.values[item] ?? []) found.push({ producer: producer.id, item, value, grave });
  }
  if (producer.natural_person && producer.tax_code !== '')
    found.push({ producer: producer.id, item: 'tax_code', value: producer.tax_code, grave: true });
  return found;
}

/** What is public about the same or other producers is nobody's secret: a firm may bear its founder's name. */
function isPublicAnyway(words: readonly string[], publicTexts: readonly string[]): boolean {
  const wanted = ` ${words.join(' ')} `;
  return publicTexts.some((text) => text.includes(wanted));
}

function publicTextsOf(persons: Iterable<Person>): string[] {
  const texts: string[] = [];
  for (const person of persons) {
    for (const item of person.shown) {
      if (item !== 'picture')
        for (const value of person.values[item] ?? []) texts.push(` ${foldedWords(value).join(' ')} `);
    }
  }
  return texts;
}

/** Words that only say in which commune and province something lies, which is public. */
function isOnlyPlace(words: readonly string[], places: ReadonlySet<string>): boolean {
  return words.every((word) => places.has(word));
}

const ITEMS: Readonly<Record<Hidden['item'], string>> = {
  name: 'tên',
  address: 'địa chỉ',
  phone: 'số điện thoại',
  email: 'thư điện tử',
  representative: 'tên người đại diện',
  picture: 'ảnh',
  tax_code: 'mã số thuế',
};

/** What to tell of a find. Never names the value: whoever reads problems may not see it. */
export function foundMessage(hidden: Hidden, producerTitle: string): string {
  return (
    `Nội dung nêu ${ITEMS[hidden.item]} của chủ thể “${producerTitle}”, điều chưa được phép hiển thị công khai. ` +
    'Hãy sửa nội dung, hoặc ghi nhận sự đồng ý ở phần liên hệ của chủ thể.'
  );
}

/** All that must not be found, ready for searching. `places`: folded words of commune and province names. */
export class HiddenFinder {
  readonly #index = new TextIndex<Hidden>();

  constructor(persons: ReadonlyMap<string, Person>, places: ReadonlySet<string>) {
    const publicTexts = publicTextsOf(persons.values());
    const publicNumbers = new Set(publicTexts.flatMap(numbersIn));
    for (const hidden of [...persons.values()].flatMap(hiddenOf)) {
      if (hidden.item === 'phone' || hidden.item === 'tax_code') {
        for (const number of numbersIn(hidden.value))
          if (!publicNumbers.has(number)) this.#index.addNumber(number, hidden);
      } else {
        this.#addWords(hidden, places, publicTexts);
      }
    }
  }

  #addWords(hidden: Hidden, places: ReadonlySet<string>, publicTexts: readonly string[]): void {
    const isName = hidden.item === 'name' || hidden.item === 'representative';
    const wording = isName ? withoutTitle(hidden.value) : hidden.value;
    const words = foldedWords(wording);
    // One word alone is in every dictionary.
    if (words.length < 2 || isPublicAnyway(words, publicTexts)) return;
    if (hidden.item === 'address' && isOnlyPlace(words, places)) return;
    this.#index.addWords(wording, hidden);
  }

  /** Whether there is anything to look for. */
  get isEmpty(): boolean {
    return this.#index.isEmpty;
  }

  /** The hidden values that a text holds, each once. */
  find(text: string | SearchText): Hidden[] {
    if (this.isEmpty) return [];
    return this.#index.find(typeof text === 'string' ? new SearchText(text) : text);
  }
}
