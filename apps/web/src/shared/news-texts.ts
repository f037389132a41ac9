import { defineTexts } from './language';

/** What somebody is told, by the kind of the notice. */
export const NEWS_TEXTS = defineTexts(
  {
    received: 'Hồ sơ đã được tiếp nhận, có giấy hẹn trả',
    receptionRefused: 'Hồ sơ không được tiếp nhận',
    supplementAsked: 'Hồ sơ cần bổ sung',
    extended: 'Cơ quan xin lỗi và hẹn lại ngày trả kết quả',
    supplemented: 'Người nộp đã bổ sung hồ sơ',
    reminded: 'Có việc sắp đến hạn',
    escalated: 'Có việc quá hạn',
    urged: 'Có việc được đôn đốc',
    suspended: 'Thời hạn của hồ sơ tạm dừng',
    resumed: 'Thời hạn của hồ sơ chạy lại',
    opined: 'Đã có ý kiến trả lời',
    dissented: 'Người ký cùng có ý kiến khác',
    stuck: 'Có hồ sơ chưa có người phụ trách',
    ended: 'Hồ sơ đã có kết quả',
  },
  {
    received: 'The request was received; there is a receipt',
    receptionRefused: 'The request was not received',
    supplementAsked: 'More is needed for the request',
    extended: 'The office apologises and promises another day',
    supplemented: 'The applicant has completed the request',
    reminded: 'A task is due soon',
    escalated: 'A task is late',
    urged: 'Somebody urges a task',
    suspended: 'The clock of the request is stopped',
    resumed: 'The clock of the request runs again',
    opined: 'An opinion was given',
    dissented: 'A signer dissents',
    stuck: 'A dossier has nobody in charge',
    ended: 'There is a result',
  },
);
