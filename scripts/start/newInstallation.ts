/** `npm start -- --new`: asks for province and office, and makes the settings of a real installation. */
import { createInterface } from 'node:readline/promises';
import type PocketBase from 'pocketbase';
import { fold } from '#domain/rules/fold.ts';
import { isExample } from '#domain/rules/origin.ts';
import { siteSettings } from '#domain/siteSettings.ts';
import { joinPlans } from '../demo/plan.ts';
import { writePlan } from '../demo/write.ts';
import { pagesPlan } from '../seed/pages.ts';
import { synonymsPlan } from '../seed/synonyms.ts';
import { PROVINCES } from './provinces.ts';

/** What is asked for. */
export interface Answers {
  province_code: string;
  province: string;
  office: string;
  office_phone: string;
  public_address: string;
}

function provinceOf(typed: string): { code: string; name: string } | undefined {
  const wanted = fold(typed).replace(/^(tinh|thanh pho|tp\.?) /, '');
  const found = Object.entries(PROVINCES).find(([code, name]) => fold(name) === wanted || code === wanted);
  return found === undefined ? undefined : { code: found[0], name: found[1] };
}

/** Asks on the terminal until each answer fits; lines that are piped in are taken as well. */
export async function askAnswers(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<Answers> {
  const terminal = createInterface({ input, output });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string, fits: (answer: string) => string | true): Promise<string> => {
    for (;;) {
      output.write(`${question} `);
      const { value, done } = await lines.next();
      if (done) throw new Error('The questions were not answered to the end; nothing was made.');
      const answer = String(value).trim().normalize('NFC');
      const fit = fits(answer);
      if (fit === true) return answer;
      output.write(`  ${fit}\n`);
    }
  };
  try {
    const typed = await ask(
      'Tỉnh (ví dụ Bắc Ninh):',
      (text) => provinceOf(text) !== undefined || 'Không có tỉnh này trong 34 tỉnh, thành phố.',
    );
    const { code = '', name = '' } = provinceOf(typed) ?? {};
    const office = await ask('Cơ quan phụ trách OCOP:', (text) => text !== '' || 'Cần điền mục này.');
    const office_phone = await ask('Điện thoại của cơ quan (có thể để trống):', () => true);
    const shape = siteSettings.schema.shape.public_address;
    const public_address = await ask(
      'Địa chỉ công khai, ví dụ https://ocop.bacninh.gov.vn (để trống khi chạy thử):',
      (text) => shape.safeParse(text).error?.issues[0]?.message ?? (isExample(text) ? 'Đây là địa chỉ ví dụ.' : true),
    );
    return { province_code: code, province: name, office, office_phone, public_address };
  } finally {
    terminal.close();
  }
}

/** Collections in which somebody's work would show. */
const WORK = ['site_settings', 'communes', 'producers', 'products', 'lots', 'sales_points', 'fairs'] as const;

/** Throws when the folder holds anything: a new installation begins empty. */
export async function refuseUsedFolder(pb: PocketBase): Promise<void> {
  for (const name of WORK) {
    const { totalItems } = await pb.collection(name).getList(1, 1, { fields: 'id', requestKey: null });
    if (totalItems > 0)
      throw new Error(
        'This data folder holds records already. Start without --new, or set OCOP_DATA to another folder.',
      );
  }
}

/** Makes the settings, the texts that every site owes, and the search's words; the office changes them later. */
export async function makeInstallation(pb: PocketBase, answers: Answers): Promise<void> {
  await pb
    .collection('site_settings')
    .create({ kind: 'real', set_name: '', expires_soon_days: 30, ...answers }, { requestKey: null });
  const seeds = joinPlans(pagesPlan({ ...answers, isDemonstration: false }), synonymsPlan());
  await writePlan(pb, seeds);
}
