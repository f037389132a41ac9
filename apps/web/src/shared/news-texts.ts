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
    consentAsked: 'Chuyên viên xin yêu cầu bổ sung lần nữa',
    consented: 'Đã được đồng ý yêu cầu bổ sung lần nữa',
    consentRefused: 'Không được đồng ý yêu cầu bổ sung lần nữa',
    mentioned: 'Đồng nghiệp nhắc tên trong phần trao đổi',
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
    consentAsked: 'Somebody asks to request a further supplement',
    consented: 'A further supplement was consented to',
    consentRefused: 'A further supplement was not consented to',
    mentioned: 'A colleague has mentioned you in a discussion',
    stuck: 'A dossier has nobody in charge',
    ended: 'There is a result',
  },
);
