import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { LanguageProvider } from '../../../shared/language';
import type { Act } from '../acts/acts';
import { AtHand } from './AtHand';

const words = (vi: string) => ({ vi, en: vi });
const place = (change: object) => ({
  ...{ key: 'survey.1', step: 'survey', kind: 'review', title: words('Thẩm tra'), applicant: words('') },
  ...{ enteredAt: '2026-04-01T01:00:00.000Z', task: 'survey.1.1' },
  ...change,
});
const signer = (change: object) => ({ task: 't', isMine: false, standing: 'asked', ...change });

function show(places: object[], { history = [], more = [] }: { history?: object[]; more?: Partial<Act>[] } = {}) {
  const handling = { acts: { beside: [], more }, acting: { isSending: false }, begin: jest.fn() };
  render(
    <MantineProvider>
      <LanguageProvider>
        <AtHand dossier={{ places, history } as never} handling={handling as never} withOpinions />
      </LanguageProvider>
    </MantineProvider>,
  );
  return handling;
}

describe('what waits at a dossier', () => {
  it('is not told where one alone is asked', () => {
    show([place({ mineBy: words('Công chức') })]);

    expect(screen.queryByRole('region')).toBeNull();
  });

  it('names who signs, who has said what, and who comes later', () => {
    show([
      place({
        signers: [
          signer({ task: 'a', post: words('Công chức'), standing: 'signed', outcome: words('Đề xuất hỗ trợ') }),
          signer({ task: 'b', post: words('Trưởng phòng'), standing: 'signed', how: 'beside', agrees: false }),
          signer({ task: 'c', post: words('Kế toán'), standing: 'waiting', how: 'after' }),
        ],
      }),
    ]);

    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Công chứcĐề xuất hỗ trợ',
      'Trưởng phòngCó ý kiến khác · được thêm, ký cùng',
      'Kế toánchưa đến lượt · được thêm, ký sau',
    ]);
  });

  it('shows the question to another office, and takes it back from where it stands', () => {
    const takeBack = { command: 'takeBackAsk', task: 'consultation.1.1', whom: { office: 'Phòng Tài chính' } } as const;
    const question = { kind: 'consultation', task: takeBack.task, office: 'Phòng Tài chính', question: 'Còn vốn?' };
    const { begin } = show([place(question)], { more: [takeBack] });
    expect(screen.getByText('Còn vốn?')).toBeTruthy();

    screen.getByRole('button', { name: 'Rút yêu cầu: Phòng Tài chính' }).click();

    expect(begin).toHaveBeenCalledWith(takeBack, false);
  });

  it('keeps in sight what was answered since the step was entered', () => {
    const opined = (at: string, note: string) => ({
      sequence: Date.parse(at),
      type: 'opined',
      at,
      opinion: 'agree',
      note,
    });
    show([place({})], {
      history: [opined('2026-03-30T01:00:00.000Z', 'Của bước trước.'), opined('2026-04-02T01:00:00.000Z', 'Còn vốn.')],
    });

    expect(screen.getByText('Còn vốn.')).toBeTruthy();
    expect(screen.queryByText('Của bước trước.')).toBeNull();
  });
});
