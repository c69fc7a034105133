/** Why a person may not write what an import would, in the words of the hook that refuses it and of the dry run that foretells it. */
export const LIMIT_WORDS = {
  outside: 'ngoài các xã, phường mà tài khoản này được giao',
  closed: 'tài khoản này không được ghi loại bản ghi này',
  needsApprover: 'cần người duyệt ghi',
  needsAnother: 'cần một người duyệt khác ghi',
} as const;
