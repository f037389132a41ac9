import type { LocalText, RequestType } from '@trinhduyet/programme';

/** Findings that are no request type's own. */
const COMMON: Readonly<Record<string, LocalText>> = {
  CITIZEN_NUMBER_FORMAT: { vi: 'Số căn cước chưa đúng dạng.', en: 'The citizen number has the wrong form.' },
  CITIZEN_NUMBER_PLACE: {
    vi: 'Ba số đầu của số căn cước không phải mã tỉnh đã biết.',
    en: 'The citizen number begins with an unknown place.',
  },
  CITIZEN_NUMBER_SEX: {
    vi: 'Giới tính đã khai chưa khớp với số căn cước.',
    en: 'The declared sex does not agree with the citizen number.',
  },
  CITIZEN_NUMBER_YEAR: {
    vi: 'Năm sinh đã khai chưa khớp với số căn cước.',
    en: 'The declared year of birth does not agree with the citizen number.',
  },
  CITIZEN_NUMBER_FUTURE: {
    vi: 'Số căn cước ghi năm sinh ở tương lai.',
    en: 'The citizen number states a year of birth in the future.',
  },
  DUPLICATE_OPEN_DOSSIER: {
    vi: 'Người này còn một hồ sơ cùng loại đang giải quyết.',
    en: 'The same person has another open dossier of this type.',
  },
};

/** What a finding of an automatic check says to the official. */
export function findingText({ eligibility }: RequestType, code: string): LocalText {
  return eligibility.find((rule) => rule.code === code)?.text ?? COMMON[code] ?? { vi: code, en: code };
}
