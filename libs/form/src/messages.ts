import { formatNumber, type Language } from '@trinhduyet/text';
import type { ErrorCode, FieldError } from './check';

type Sentence = (error: FieldError) => string;
const limit = ({ limit: value = 0 }: FieldError) => (typeof value === 'number' ? formatNumber(value) : value);

/** What a person reads beside a field. Says what is so and what helps; never blames. */
const SENTENCES: Readonly<Record<Language, Readonly<Record<ErrorCode, Sentence>>>> = {
  vi: {
    required: () => 'Mục này cần được điền.',
    type: () => 'Nội dung chưa đúng dạng.',
    choice: () => 'Chọn một trong các mục đã cho.',
    confirm: () => 'Cần đánh dấu đồng ý mới nộp được.',
    pattern: () => 'Nội dung chưa đúng dạng. Xem lời chỉ dẫn ở trên ô.',
    'citizen-number': ({ actual = 0 }) => `Số căn cước có 12 chữ số, Ông/Bà mới nhập ${actual}.`,
    phone: () => 'Số điện thoại có 10 chữ số, bắt đầu bằng 0. Ví dụ: 0912 345 678.',
    date: () => 'Ngày này không có trong lịch. Ghi theo thứ tự ngày, tháng, năm.',
    format: () => 'Nội dung chưa đúng dạng.',
    'too-short': (error) => `Cần ít nhất ${limit(error)} chữ.`,
    'too-long': (error) => `Nhiều nhất ${limit(error)} chữ, đang có ${formatNumber(error.actual ?? 0)}.`,
    'too-small': (error) => `Nhỏ nhất là ${limit(error)}.`,
    'too-large': (error) => `Lớn nhất là ${limit(error)}.`,
    step: () => 'Số này lẻ quá mức cho phép.',
    'too-few': (error) => `Cần ít nhất ${limit(error)} mục, đang có ${error.actual ?? 0}.`,
    'too-many': (error) => `Nhiều nhất ${limit(error)} mục, đang có ${error.actual ?? 0}.`,
    twice: () => 'Có mục bị lặp lại.',
    'unknown-field': () => 'Mẫu đơn không có mục này.',
    rule: ({ message }) => message?.vi ?? '',
    'place-fixed': () =>
      'Hồ sơ đã nộp thì không đổi được nơi ở. Nếu nơi ở thay đổi, Ông/Bà rút hồ sơ này rồi nộp hồ sơ mới.',
    characters: () => 'Có ký tự lạ không dùng được. Xóa đi rồi gõ lại.',
  },
  en: {
    required: () => 'This needs to be filled in.',
    type: () => 'This has the wrong form.',
    choice: () => 'Choose one of the given options.',
    confirm: () => 'This must be ticked before you can submit.',
    pattern: () => 'This has the wrong form. See the hint above the field.',
    'citizen-number': ({ actual = 0 }) => `A citizen number has 12 digits; you have typed ${actual}.`,
    phone: () => 'A telephone number has 10 digits and starts with 0, as in 0912 345 678.',
    date: () => 'There is no such day. Write day, month, year.',
    format: () => 'This has the wrong form.',
    'too-short': (error) => `At least ${limit(error)} characters.`,
    'too-long': (error) => `At most ${limit(error)} characters; there are ${formatNumber(error.actual ?? 0)}.`,
    'too-small': (error) => `At least ${limit(error)}.`,
    'too-large': (error) => `At most ${limit(error)}.`,
    step: () => 'This number has too many decimals.',
    'too-few': (error) => `At least ${limit(error)} are needed; there are ${error.actual ?? 0}.`,
    'too-many': (error) => `At most ${limit(error)}; there are ${error.actual ?? 0}.`,
    twice: () => 'Something is listed twice.',
    'unknown-field': () => 'The form has no such field.',
    rule: ({ message }) => message?.en ?? '',
    'place-fixed': () =>
      'The place cannot change once the request is submitted. If it has changed, withdraw this request and submit a new one.',
    characters: () => 'There are characters that cannot be used. Delete them and type again.',
  },
};

export function sentenceOf(error: FieldError, language: Language): string {
  return SENTENCES[language][error.code](error);
}
