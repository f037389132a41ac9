import type { Data } from '@trinhduyet/form';
import { decide, type Moment, number, receive, refused, type Story } from './story';

const AMOUNT = 90_000_000;

const verification = ({ day }: Moment): Data => ({
  visitDate: day,
  membersConfirmed: 5,
  beneficiariesConfirmed: 4,
  areaClass: 'DIFFICULT',
  facilities: true,
  otherProject: false,
  proposedAmount: AMOUNT,
  remarks: 'Các hộ đã có chuồng và đồng cỏ.',
});
const scores = ({ day }: Moment): Data => ({
  meetingDate: day,
  councilSize: 5,
  present: 5,
  area: 8,
  inclusion: 7,
  technical: 16,
  market: 12,
  income: 12,
  counterpart: 8,
  proposedAmount: AMOUNT,
});

export const LIVELIHOOD: Story = {
  type: 'livelihood',
  sample: 'community',
  straight: [
    receive,
    { reaches: 'council', days: 3, input: decide('propose', verification) },
    { reaches: 'posting', days: 3, input: decide('propose', scores) },
    {
      reaches: 'decide',
      days: 4,
      input: decide('no-objection', () => ({ places: ['VILLAGE_HOUSE', 'LOUDSPEAKER'], objections: 0 })),
    },
    {
      reaches: 'number',
      days: 2,
      input: decide('approve', ({ day }) => ({
        approvedAmount: AMOUNT,
        source: 'CENTRAL',
        budgetYear: Number(day.slice(0, 4)),
      })),
    },
    number('handing-over', 'QĐ-UBND'),
    { reaches: 'approved', days: 1, input: decide('handed-over') },
  ],
  branches: {
    supplement: {
      after: 'received',
      acts: [
        {
          reaches: 'supplement',
          days: 2,
          input: ({ task }) => ({
            type: 'askSupplement',
            task,
            items: [{ field: '/signedList', reason: 'Danh sách thiếu chữ ký của hai hộ.' }],
          }),
        },
      ],
    },
    rejected: {
      after: 'received',
      acts: refused(
        'Ba hộ đang tham gia dự án khác cùng mục đích.',
        'Nhóm không còn đủ số hộ đúng đối tượng theo quy định.',
      ),
    },
  },
};
