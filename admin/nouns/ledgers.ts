/** What the office and the programs keep for themselves. */
import { ROLES } from '#domain/user.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';

const roles: Readonly<Record<string, string>> = ROLES;

const media: Presentation = {
  path: 'anh',
  icon: 'picture',
  titleSort: 'alt',
  title: (record) => textOf(record, 'alt') || textOf(record, 'file'),
  detail: (record) => textOf(record, 'credit'),
  columns: ['@picture', 'preparation', 'credit', 'licence', 'drawn', 'updated'],
  search: ['alt', 'credit', 'file'],
  sort: '-created',
  views: [{ key: 'hong', label: 'Ảnh không dùng được', filter: () => "preparation='broken'", isToDo: true }],
  groups: [{ title: 'Tệp', fields: ['alt', 'alt_en', 'credit', 'licence', 'drawn'] }],
  hidden: ['file', 'sha256', 'preparation', 'problem'],
};

const addresses: Presentation = {
  path: 'so-dia-chi',
  icon: 'ledger',
  titleSort: 'path',
  title: (record) => textOf(record, 'path'),
  columns: ['collection', 'redirect', 'printed', 'updated'],
  search: ['path', 'redirect'],
  sort: 'path',
  views: [
    { key: 'da-in', label: 'Đã in trên tem', filter: () => 'printed=true' },
    { key: 'da-chuyen', label: 'Đã chuyển', filter: () => "redirect!=''" },
  ],
  groups: [{ title: 'Địa chỉ', fields: ['path', 'redirect', 'printed', 'collection', 'record'] }],
};

const releases: Presentation = {
  path: 'dang',
  icon: 'publish',
  titleSort: 'created',
  title: (record) => textOf(record, 'name') || 'Bản đăng',
  detail: (record) => textOf(expanded(record, 'requested_by') ?? record, 'name'),
  expand: 'requested_by',
  columns: ['action', 'state', 'reason', 'requested_by', 'created', 'size_bytes'],
  search: ['name', 'note'],
  sort: '-created',
  groups: [],
  hidden: [
    'action',
    'state',
    'reason',
    'note',
    'requested_by',
    'target',
    'name',
    'started_at',
    'ended_at',
    'steps',
    'counts',
    'problems',
    'log',
    'changed',
    'size_bytes',
  ],
};

const revisions: Presentation = {
  path: 'lich-su',
  icon: 'history',
  short: 'Lịch sử, đã xóa',
  titleSort: 'created',
  title: (record) => textOf(record, 'title') || textOf(record, 'record'),
  columns: ['action', 'collection', 'actor_name', 'created', 'why'],
  search: ['title', 'actor_name', 'note', 'record'],
  sort: '-created',
  filters: ['action', 'why'],
  views: [{ key: 'da-xoa', label: 'Bản ghi đã xóa', filter: () => "action='delete'" }],
  groups: [],
  hidden: [
    'collection',
    'record',
    'title',
    'action',
    'before',
    'after',
    'record_version',
    'actor',
    'actor_name',
    'why',
    'note',
    'import',
    'tx',
  ],
};

const imports: Presentation = {
  path: 'nhap-tu-tep',
  icon: 'ledger',
  titleSort: 'file_name',
  title: (record) => textOf(record, 'file_name'),
  columns: ['target', 'state', 'applied_by', 'applied_at', 'created'],
  search: ['file_name', 'sheet', 'prepared_by', 'applied_by'],
  sort: '-created',
  filters: ['target', 'state'],
  groups: [],
  hidden: [
    'file_name',
    'sha256',
    'target',
    'sheet',
    'heading',
    'columns',
    'signature',
    'state',
    'counts',
    'plan',
    'report',
    'problem',
    'prepared_by',
    'applied_by',
    'applied_at',
    'undone_by',
    'undone_at',
  ],
};

const proposals: Presentation = {
  path: 'cho-duyet',
  icon: 'waiting',
  titleSort: 'title',
  title: (record) => textOf(record, 'title') || textOf(record, 'record'),
  columns: ['collection', 'author_name', 'created', 'state', 'decided_by_name', 'decided_at'],
  search: ['title', 'author_name', 'comment'],
  sort: '-created',
  views: [
    { key: 'cho-duyet', label: 'Chờ duyệt', filter: () => "state='waiting'", isToDo: true },
    { key: 'cua-toi', label: 'Tôi gửi', filter: (_, me) => `author='${me}'` },
    {
      key: 'tra-lai',
      label: 'Trả lại tôi, cần sửa',
      filter: (_, me) => `state='refused' && author='${me}'`,
      isToDo: true,
    },
  ],
  groups: [],
  hidden: [
    'collection',
    'record',
    'title',
    'state',
    'before',
    'after',
    'base_version',
    'comment',
    'author',
    'author_name',
    'decided_by',
    'decided_by_name',
    'decided_at',
    'decision_note',
  ],
};

const site_settings: Presentation = {
  path: 'thiet-lap',
  icon: 'settings',
  titleSort: 'office',
  title: (record) => textOf(record, 'office'),
  columns: ['province', 'kind', 'public_address', 'stamps_printed', 'updated'],
  search: ['office'],
  sort: 'created',
  groups: [
    { title: 'Tỉnh', fields: ['province', 'province_en', 'province_code', 'emblem'] },
    { title: 'Màu của tỉnh', fields: ['colour_son', 'colour_cham', 'colour_dong', 'colour_hoe'] },
    { title: 'Cơ quan', fields: ['office', 'office_en', 'office_phone', 'office_email', 'office_address'] },
    { title: 'Công văn', fields: ['office_parent', 'letter_place', 'signer_title'] },
    { title: 'Tem và địa chỉ', fields: ['public_address', 'stamps_printed'] },
    { title: 'Thời hạn giấy chứng nhận', fields: ['expires_soon_days', 'grace'] },
    { title: 'Bản đồ điểm bán', fields: ['map_tiles', 'map_credit'] },
    { title: 'Duyệt và đăng nhập', fields: ['reviewers_differ', 'one_time_codes'] },
    { title: 'Bộ dữ liệu', fields: ['kind', 'set_name', 'test_today'] },
  ],
  fixed: ['kind', 'set_name', 'stamps_printed'],
};

const users: Presentation = {
  path: 'nguoi-dung',
  icon: 'people',
  titleSort: 'name',
  title: (record) => textOf(record, 'name') || textOf(record, 'email') || 'Người dùng',
  detail: (record) => roles[textOf(record, 'role')] ?? '',
  expand: 'producer',
  columns: ['role', 'producer', 'disabled', 'updated'],
  search: ['name', 'email'],
  sort: 'name',
  filters: ['role'],
  groups: [
    { title: 'Đăng nhập', fields: ['email', 'password'] },
    { title: 'Người dùng', fields: ['name', 'role', 'producer', 'disabled'] },
    { title: 'Giới hạn', fields: ['communes', 'collections'], isFolded: true },
  ],
};

export const ledgers = { media, addresses, releases, revisions, imports, proposals, site_settings, users };
