const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What files of an office are called where they are sent. */
export const DOCX_MEDIA = `${OFFICE}.wordprocessingml.document`;
export const XLSX_MEDIA = `${OFFICE}.spreadsheetml.sheet`;
