import type { Schema } from '@trinhduyet/api-client';
import { defineTexts, type Text } from '../shared/language';

type Line = Schema<'HistoryLine'>;
type Say = (text: Text) => string;

const HISTORY_TEXTS = defineTexts(
  {
    submitted: 'Đã nộp',
    received: 'Đã tiếp nhận, có giấy hẹn',
    receptionRefused: 'Từ chối tiếp nhận',
    receptionForwarded: 'Chuyển đến nơi có thẩm quyền tiếp nhận',
    supplementAsked: 'Yêu cầu bổ sung',
    extended: 'Cơ quan xin lỗi và hẹn lại ngày trả kết quả',
    recounted: 'Ngày hẹn trả lùi lại theo lịch nghỉ của cơ quan',
    supplemented: 'Đã gửi bổ sung',
    supplementLapsed: 'Hết hạn bổ sung',
    issued: 'Đã có văn bản',
    suspended: 'Tạm dừng thời hạn',
    resumed: 'Thời hạn chạy lại',
    recalled: 'Cơ quan xem lại kết quả bước trước',
    urged: 'Đã nhắc cơ quan giải quyết',
    withdrawn: 'Đã rút hồ sơ',
  },
  {
    submitted: 'Submitted',
    received: 'Received; there is a receipt',
    receptionRefused: 'Not received',
    receptionForwarded: 'Forwarded to the place in charge',
    supplementAsked: 'Asked for more',
    extended: 'The office apologised and promised another day',
    recounted: 'The promised day moved to later with the office’s days off',
    supplemented: 'Completed by you',
    supplementLapsed: 'The time to complete it has passed',
    issued: 'A paper was drawn up',
    suspended: 'The time limit stands still',
    resumed: 'The time limit runs again',
    recalled: 'The office looks at the step before once more',
    urged: 'The office was urged',
    withdrawn: 'Withdrawn',
  },
);
type Told = keyof (typeof HISTORY_TEXTS)['vi'];

/** What happened, in the applicant's words; nothing for what only concerns the office. */
export function tellOf(line: Line, language: 'vi' | 'en', say: Say): string | undefined {
  const words = HISTORY_TEXTS[language];
  if (line.type === 'decided' && line.step)
    return [say(line.step), line.outcome && say(line.outcome)].filter(Boolean).join(': ');
  if (!(line.type in words)) return undefined;
  return [words[line.type as Told], line.ground && say(line.ground)].filter(Boolean).join(': ');
}
