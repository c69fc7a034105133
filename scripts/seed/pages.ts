/** The texts that a new installation begins with; the office changes them in the admin. */
import { readFileSync } from 'node:fs';
import { PAGE_KINDS, type PageKind } from '#domain/textPage.ts';
import { idOf, type Plan } from '../demo/plan.ts';

/** What the texts say of the installation. */
export interface Installation {
  province: string;
  province_en?: string;
  office: string;
  office_en?: string;
  office_phone?: string;
  office_email?: string;
  /** Says of itself that it is none of the province's own. */
  isDemonstration: boolean;
}

const DEMONSTRATION = {
  vi: '**Đây là bản minh họa, không phải trang chính thức.** Tên sản phẩm và cơ sở thật lấy từ nguồn công khai; những gì mang tên “Minh Họa” do phần mềm tạo ra để cho thấy cách trang hoạt động.',
  en: '**This is a demonstration, not an official site.** Real names of products and producers come from public sources; whatever is called “Minh Họa” was made by the software, to show how the site works.',
};

function contact({ office_phone = '', office_email = '' }: Installation, phone: string, mail: string): string {
  const ways = [office_phone && `${phone} ${office_phone}`, office_email && `${mail} ${office_email}`];
  return ways
    .filter((way) => way !== '')
    .map((way) => `, ${way}`)
    .join('');
}

function valuesOf(installation: Installation): Record<string, string> {
  const { province, office, isDemonstration } = installation;
  return {
    province,
    province_en: installation.province_en || province,
    office,
    office_en: installation.office_en || office,
    contact: contact(installation, 'điện thoại', 'thư điện tử'),
    contact_en: contact(installation, 'phone', 'e-mail'),
    demonstration: '',
    ...(isDemonstration ? { demonstration: DEMONSTRATION.vi, demonstration_en: DEMONSTRATION.en } : {}),
  };
}

/** A text of the folder with its places filled in: the title of its first line, and the rest. */
function filled(kind: PageKind, language: 'vi' | 'en', values: Readonly<Record<string, string>>) {
  const text = readFileSync(new URL(`./pages/${kind}.${language}.md`, import.meta.url), 'utf8');
  const whole = text.replace(/\{([a-z_]+)\}/g, (place, name: string) => {
    const value = values[`${name}${language === 'en' && name === 'demonstration' ? '_en' : ''}`];
    if (value === undefined && name !== 'demonstration')
      throw new Error(`${kind}.${language}.md: nothing for ${place}`);
    return value ?? '';
  });
  const [title = '', ...rest] = whole.split('\n');
  const body = rest
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { title: title.replace(/^# /, ''), body };
}

/** The four texts as records to be made. */
export function pagesPlan(installation: Installation): Plan {
  const values = valuesOf(installation);
  const kinds = Object.keys(PAGE_KINDS) as PageKind[];
  const pages = kinds.map((kind) => {
    const [vi, en] = [filled(kind, 'vi', values), filled(kind, 'en', values)];
    const texts = { title: vi.title, body: vi.body, title_en: en.title, body_en: en.body };
    return { id: idOf('pages', kind), kind, ...texts, state: 'approved' };
  });
  return { pages };
}
