import type { Data } from '@trinhduyet/form';
import { type Act, decide, type Moment, number, receive, refused, type Story } from './story';

const meeting = ({ day }: Moment): Data => ({
  meetingDate: day,
  meetingPlace: 'Nhà văn hóa ấp',
  invited: 40,
  attended: 31,
  agreed: 29,
});
const survey = ({ day }: Moment): Data => ({
  surveyDate: day,
  category: 'POOR',
  foundation: 'NOT_SOLID',
  frameWall: 'NOT_SOLID',
  roof: 'SOLID',
  measuredArea: 30,
  landConfirmed: true,
  proposedAmount: 30_000_000,
  remarks: 'Nhà xuống cấp, hộ đông người.',
});
const decision = (): Data => ({ approvedAmount: 30_000_000, source: 'CENTRAL' });

const ASKS: Act = {
  reaches: 'supplement',
  days: 1,
  input: ({ task }) => ({
    type: 'askSupplement',
    task,
    items: [
      { field: '/photos', reason: 'Ảnh mặt trước nhà bị mờ, chưa thấy rõ vách.' },
      { field: '/landPapers', reason: 'Cần ảnh giấy tờ đất hoặc xác nhận của ấp.' },
    ],
  }),
};

export const HOUSING: Story = {
  type: 'housing',
  sample: 'new-build',
  straight: [
    receive,
    { reaches: 'posting', days: 2, input: decide('propose', meeting) },
    {
      reaches: 'survey',
      days: 4,
      input: decide('no-objection', () => ({ places: ['VILLAGE_HOUSE', 'COMMUNE_OFFICE'], objections: 0 })),
    },
    { reaches: 'decide', days: 2, input: decide('propose', survey) },
    { reaches: 'number', days: 2, input: decide('approve', decision) },
    number('allocation', 'QĐ-UBND'),
    {
      reaches: 'allotting',
      days: 3,
      input: decide('propose', () => ({ complete: true, proposedAmount: 30_000_000 })),
    },
    { reaches: 'allotted', days: 2, input: decide('approve', decision) },
    { reaches: 'approved', days: 1, input: decide('handed-over') },
  ],
  branches: {
    supplement: { after: 'survey', acts: [ASKS] },
    rejected: {
      after: 'survey',
      acts: refused(
        'Nền, khung và tường nhà còn bền chắc.',
        'Nhà còn từ hai kết cấu bền chắc trở lên, chưa thuộc diện hỗ trợ.',
      ),
    },
  },
};
