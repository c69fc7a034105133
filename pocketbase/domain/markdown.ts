/**
 * How the office's texts are read by micromark, on pages and in the admin: CommonMark without pictures, which would be fetched from whoever
 * the text names. The picture's mark stays as text, its words as a link.
 */
export const OFFICE_MARKDOWN = { extensions: [{ disable: { null: ['labelStartImage'] } }] };
