/** Decisions, what they say of products, and other papers. */
import { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import { AUTHORITIES } from '#domain/decision.ts';
import { addDays, addMonths, dayToVietnamese } from '#domain/rules/day.ts';
import { CERTIFICATE_MONTHS } from '#domain/rules/term.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';

const authorities: Readonly<Record<string, string>> = AUTHORITIES;
const schemes: Readonly<Record<string, string>> = CERTIFICATE_SCHEMES;

const decisions: Presentation = {
  path: 'quyet-dinh',
  icon: 'decision',
  titleSort: 'number',
  title: (record) => textOf(record, 'number') || textOf(record, 'title') || 'Quyết định không rõ số',
  detail: (record) =>
    [
      dayToVietnamese(textOf(record, 'decided_on')),
      textOf(record, 'authority_name') || authorities[textOf(record, 'authority')],
    ]
      .filter(Boolean)
      .join(' · '),
  columns: ['@standing', 'decided_on', 'kind', 'authority', 'authority_name'],
  search: ['number', 'title', 'authority_name'],
  sort: '-decided_on',
  filters: ['kind', 'authority'],
  groups: [
    { title: 'Quyết định', fields: ['number', 'decided_on', 'kind', 'authority', 'authority_name', 'title'] },
    { title: 'Văn bản và nguồn', fields: ['file', 'source_url', 'demonstration'] },
  ],
  related: [{ collection: 'recognitions', field: 'decision', columns: ['score', 'case', 'expires_on'] }],
};

/** Certificates whose last day, written or counted from the day of issue, lies between two days. */
function endsBetween(first: string, last: string): string {
  const issued = (day: string) => addMonths(day, -CERTIFICATE_MONTHS);
  const explicit = `(expires_on>='${first}' && expires_on<='${last}')`;
  const counted = `(expires_on='' && issued_on>='${issued(first)}' && issued_on<='${issued(last)}')`;
  return `superseded_by='' && revoked_on='' && (${explicit} || ${counted})`;
}

const recognitions: Presentation = {
  path: 'cong-nhan',
  icon: 'star',
  titleSort: 'product.name',
  title: (record) => {
    const stars = Number(record['stars']) > 0 ? `${record['stars']} sao` : '';
    return [textOf(expanded(record, 'product') ?? record, 'name'), stars].filter(Boolean).join(' – ') || 'Công nhận';
  },
  detail: (record) => dayToVietnamese(textOf(record, 'issued_on')),
  expand: 'product,decision',
  columns: ['@standing', 'issued_on', 'expires_on', 'score', 'case', 'decision'],
  search: ['product.name', 'decision.number'],
  sort: '-issued_on',
  filters: ['decision', 'stars', 'case'],
  views: [
    {
      key: 'con-120-ngay',
      label: 'Hết hạn trong 120 ngày tới (nộp muộn)',
      filter: (today) => endsBetween(today, addDays(today, 119)),
      isToDo: true,
    },
    {
      key: 'con-180-ngay',
      label: 'Còn 120–180 ngày (đến hạn nộp hồ sơ)',
      filter: (today) => endsBetween(addDays(today, 120), addDays(today, 180)),
      isToDo: true,
    },
    {
      key: 'da-het-han',
      label: 'Giấy chứng nhận đã hết hạn',
      filter: (today) => endsBetween('2015-01-01', addDays(today, -1)),
    },
    {
      key: 'da-thu-hoi',
      label: 'Đã thu hồi giấy chứng nhận',
      filter: () => "revoked_on!=''",
    },
  ],
  parent: 'decision',
  groups: [
    { title: 'Kết quả', fields: ['product', 'decision', 'stars', 'score', 'case', 'legal_basis', 'pending_central'] },
    { title: 'Thời hạn', fields: ['issued_on', 'expires_on', 'refiled_on', 'superseded_by'] },
    { title: 'Thu hồi giấy chứng nhận', fields: ['revoked_on', 'revocation_ground', 'revocation_decision'] },
    { title: 'Đánh giá', fields: ['evaluation', 'criteria_version'] },
    { title: 'Ghi chú', fields: ['note', 'source_url'] },
  ],
  fixed: ['evaluation', 'criteria_version'],
  numbers: { stars: { '1': '1 sao', '2': '2 sao', '3': '3 sao', '4': '4 sao', '5': '5 sao' } },
};

const certificates: Presentation = {
  path: 'chung-nhan',
  icon: 'certificate',
  titleSort: 'scheme',
  title: (record) =>
    [textOf(record, 'scheme_name') || schemes[textOf(record, 'scheme')], textOf(record, 'number')]
      .filter(Boolean)
      .join(' – '),
  detail: (record) => textOf(expanded(record, 'producer') ?? expanded(record, 'product') ?? record, 'name'),
  expand: 'producer,product',
  columns: ['@standing', 'scheme', 'producer', 'product', 'expires_on'],
  search: ['number', 'scheme_name', 'producer.name', 'product.name', 'issuer'],
  sort: '-updated',
  filters: ['scheme', 'producer'],
  views: [
    {
      key: 'da-het-han',
      label: 'Giấy đã hết hạn',
      filter: (today) => `expires_on!='' && expires_on<'${today}'`,
    },
  ],
  parent: 'producer',
  groups: [
    { title: 'Giấy chứng nhận', fields: ['scheme', 'scheme_name', 'number', 'issuer', 'scope', 'area_ha'] },
    { title: 'Của ai', fields: ['producer', 'product'] },
    { title: 'Thời hạn và văn bản', fields: ['issued_on', 'expires_on', 'file', 'demonstration'] },
  ],
};

export const recognition = { decisions, recognitions, certificates };
