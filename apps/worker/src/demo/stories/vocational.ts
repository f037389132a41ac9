import type { Data } from '@trinhduyet/form';
import { decide, number, receive, refused, type Story } from './story';

const AMOUNT = 7_000_000;

const confirmation = (): Data => ({
  resident: true,
  confirmedGroups: ['POOR', 'ETHNIC_MINORITY'],
  areaClass: 'DIFFICULT',
  proposedAmount: AMOUNT,
});

export const VOCATIONAL: Story = {
  type: 'vocational',
  sample: 'trainee',
  straight: [
    receive,
    { reaches: 'commune-list', days: 1, input: decide('propose', confirmation) },
    { reaches: 'class-list', days: 1, input: decide('forward') },
    {
      reaches: 'decide',
      days: 2,
      input: decide('propose', ({ day, number: place }) => ({
        className: 'May công nghiệp khóa 1',
        opensOn: day,
        seats: 35,
        place: (place % 35) + 1,
        proposedAmount: AMOUNT,
      })),
    },
    {
      reaches: 'number',
      days: 1,
      input: decide('approve', () => ({ approvedAmount: AMOUNT, source: 'CENTRAL' })),
    },
    number('handing-over', 'QĐ-SGDĐT'),
    { reaches: 'approved', days: 1, input: decide('handed-over') },
  ],
  branches: {
    rejected: {
      after: 'received',
      acts: refused('Đã được hỗ trợ học nghề năm 2024.', 'Mỗi người được hỗ trợ học nghề một lần.'),
    },
  },
};
