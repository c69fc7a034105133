/**
 * React Aria's own words in Vietnamese, which it does not bring. It reads them from the window under these two symbols (see
 * `react-aria/dist/private/i18n/server.mjs`); a package that is missing here throws when it is used, so nothing falls back to English.
 */

interface Counted {
  number: (value: number) => string;
}
type Words = Record<string, string | ((values: Record<string, string>, formatter: Counted) => string)>;

const count = (formatter: Counted, value: string | undefined) => formatter.number(Number(value));

/** Package → key → words; the keys are those of `react-aria-components/i18n/en-US`. */
export const reactAriaStrings: Record<string, Words> = {
  '@react-aria/autocomplete': { collectionLabel: 'Gợi ý' },
  '@react-aria/combobox': {
    focusAnnouncement: ({ optionText, isSelected }) => `${optionText}${isSelected ? ', đang chọn' : ''}`,
    countAnnouncement: ({ optionCount }, formatter) => `Có ${count(formatter, optionCount)} lựa chọn.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, đang chọn`,
    buttonLabel: 'Hiện gợi ý',
    listboxLabel: 'Gợi ý',
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `Đã bỏ chọn ${item}.`,
    select: 'Chọn',
    selectedCount: (values, formatter) => `Đã chọn ${count(formatter, values['count'])} mục.`,
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: ({ item }) => `Đã chọn ${item}.`,
    longPressToSelect: 'Nhấn giữ để bắt đầu chọn.',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'dòng mở được',
    hasLinkAnnouncement: ({ link }) => `dòng có liên kết: ${link}`,
  },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ hoặc bấm Alt + mũi tên xuống để mở' },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }) => `Giảm ${fieldLabel}`,
    increase: ({ fieldLabel }) => `Tăng ${fieldLabel}`,
    numberField: 'Ô nhập số',
  },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa ô tìm' },
  '@react-aria/spinbutton': { Empty: 'Để trống' },
  '@react-aria/table': {
    select: 'Chọn',
    selectAll: 'Chọn tất cả',
    sortable: 'cột sắp xếp được',
    ascending: 'tăng dần',
    descending: 'giảm dần',
    ascendingSort: ({ columnName }) => `đã sắp theo cột ${columnName}, tăng dần`,
    descendingSort: ({ columnName }) => `đã sắp theo cột ${columnName}, giảm dần`,
    columnSize: ({ value }) => `${value} điểm ảnh`,
    resizerDescription: 'Bấm Enter để đổi độ rộng',
    expand: 'Mở rộng',
    collapse: 'Thu gọn',
  },
  '@react-aria/tag': { removeDescription: 'Bấm phím Delete để bỏ mục này.', removeButtonLabel: 'Bỏ' },
  'react-aria-components': {
    selectPlaceholder: 'Chọn một mục',
    tableResizer: 'Đổi độ rộng cột',
    dropzoneLabel: 'Vùng thả tệp',
    colorSwatchPicker: 'Bảng màu',
  },
};

/** Must run before the first component of React Aria is drawn. */
export function giveReactAriaItsWords(): void {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
    [Symbol.for('react-aria.i18n.strings')]: reactAriaStrings,
  });
}
