import type { Schema } from '@trinhduyet/api-client';
import { type Act, actsOf, needOf } from './acts';

const words = (vi: string) => ({ vi, en: vi });
type Outcomes = NonNullable<Schema<'PlaceView'>['outcomes']>;

const OUTCOMES: Outcomes = [
  { key: 'propose', act: 'propose', title: words('Đề xuất hỗ trợ'), reason: false, form: true },
  { key: 'propose-not', act: 'propose', title: words('Đề xuất không hỗ trợ'), reason: true, form: false },
  { key: 'return', act: 'return', title: words('Trả lại bước trước'), reason: true, form: false },
];
const task = 'survey.1.1';

/** A dossier at the survey, with what its reader is offered. */
function aSurvey(...offers: Schema<'OfferView'>[]) {
  const place: Schema<'PlaceView'> = {
    key: 'survey.1',
    step: 'survey',
    kind: 'review',
    task,
    outcomes: OUTCOMES,
    title: words('Thẩm tra thực tế'),
    applicant: words(''),
    enteredAt: '2026-04-01T01:00:00.000Z',
  };
  return { offers, places: [place] };
}

const decide = (outcome: string, because?: string): Schema<'OfferView'> => ({
  command: 'decide',
  task,
  outcome,
  because: because === undefined ? undefined : { code: because, title: words(because) },
});
const offer = (command: string, because?: string): Schema<'OfferView'> => ({
  command,
  task,
  because: because === undefined ? undefined : { code: because, title: words(because) },
});
const keys = (acts: readonly Act[]) => acts.map(({ key }) => key);

describe('the acts at a step', () => {
  it('begin with what the step asks for; returns come after asking for more', () => {
    const survey = aSurvey(decide('return'), decide('propose'), decide('propose-not'), offer('askSupplement'));

    const { main, beside } = actsOf(survey);

    expect(main?.outcome?.title).toEqual(words('Đề xuất hỗ trợ'));
    expect(keys(beside)).toEqual([`decide:${task}:propose-not`, `askSupplement:${task}`, `decide:${task}:return`]);
  });

  it('give way to what a head is asked, where the head may answer it, and only there', () => {
    const elsewhere = aSurvey(decide('propose'), offer('consent', 'not-your-turn'));
    expect(actsOf(elsewhere).main?.outcome?.key).toBe('propose');

    const asked = aSurvey(decide('propose', 'not-your-task'), offer('consent'));
    expect(actsOf(asked).main?.command).toBe('consent');
  });

  it('leave out what does not belong to the step at all', () => {
    const survey = aSurvey(
      ...[decide('propose'), offer('askSupplement', 'may-not-ask-supplement')],
      ...[offer('assign', 'not-the-head'), offer('release', 'not-claimed')],
    );

    const { beside, more } = actsOf(survey);

    expect([...beside, ...more]).toEqual([]);
  });

  it('keep a refused one in its place, with its reason', () => {
    const { main, beside, closed } = actsOf(aSurvey(decide('propose', 'same-person'), offer('askSupplement')));

    expect(main?.because?.code).toBe('same-person');
    expect(keys(beside)).toEqual([`askSupplement:${task}`]);
    expect(closed).toBeUndefined();
  });

  it('give way to one sentence when one reason closes them all, and leave the head what remains', () => {
    const survey = aSurvey(
      ...[decide('propose', 'not-your-task'), decide('return', 'not-your-task')],
      ...[offer('askSupplement', 'not-your-task'), offer('assign')],
    );

    const { main, beside, more, closed } = actsOf(survey);

    expect(closed?.code).toBe('not-your-task');
    expect([main, ...beside]).toEqual([undefined]);
    expect(keys(more)).toEqual([`assign:${task}`]);
  });

  it('stay to be seen while it is only too early', () => {
    const from = '2026-04-06T10:00:00.000Z';
    const early = { ...decide('propose', 'not-before'), from };

    const { main, closed } = actsOf(aSurvey(early));

    expect(main?.from).toBe(from);
    expect(closed).toBeUndefined();
  });

  it('offer to take a task, or to give it back, but not both', () => {
    expect(keys(actsOf(aSurvey(decide('propose'), offer('claim'))).more)).toEqual([`claim:${task}`]);
    expect(keys(actsOf(aSurvey(decide('propose'), offer('claim'), offer('release'))).more)).toEqual([
      `release:${task}`,
    ]);
  });

  it('leave to others what only they may sign, and give an answer a button for each word', () => {
    const survey = aSurvey(...[decide('propose', 'not-your-task'), offer('askSupplement', 'not-your-task')], {
      ...offer('cosign'),
      task: 'survey.1.2',
    });
    const [place] = survey.places;
    const mine = { ...place, task: 'survey.1.2', mineBy: words('Trưởng phòng') } as typeof place;

    const { main, beside, closed } = actsOf({ offers: survey.offers, places: mine ? [mine] : [] });

    expect([main, ...beside].map((act) => act?.opinion)).toEqual(['agree', 'disagree']);
    expect(closed).toBeUndefined();
  });

  it('say of a turn that has not come what concerns the reader, not the other signer', () => {
    const survey = aSurvey(decide('propose', 'not-your-turn'), {
      ...offer('cosign', 'not-your-task'),
      task: 'survey.1.2',
    });

    expect(actsOf(survey).closed?.code).toBe('not-your-turn');
  });

  it('keep one’s own decision to be taken back in sight, with why it cannot be any more', () => {
    const offers = [decide('propose', 'not-your-task'), offer('recall', 'already-opened')];

    const { main, beside, closed } = actsOf(aSurvey(...offers));

    expect(main).toBeUndefined();
    expect(closed?.code).toBe('not-your-task');
    expect(beside.map(({ command, because }) => [command, because?.code])).toEqual([['recall', 'already-opened']]);
  });

  it('begin with letting the clock run again, for whoever may', () => {
    const { main } = actsOf(aSurvey(decide('propose', 'suspended'), { command: 'resume' }));

    expect(main).toMatchObject({ command: 'resume', task: '' });
  });

  it('are urged only where somebody else is asked', () => {
    const urged = (mineBy?: ReturnType<typeof words>) => {
      const { offers, places } = aSurvey({ command: 'urge' });
      return keys(actsOf({ offers, places: places.map((place) => ({ ...place, mineBy })) }).more);
    };

    expect(urged()).toEqual(['urge']);
    expect(urged(words('Công chức'))).toEqual([]);
  });

  it('know the result of a check by its key alone', () => {
    const { main } = actsOf({ offers: [decide('clear')], places: [] });

    expect(main?.outcome).toEqual({ key: 'clear' });
  });
});

describe('what an act needs', () => {
  const actFor = (outcome: Partial<Outcomes[number]> & { key: string }): Act => ({
    key: 'x',
    command: 'decide',
    task,
    targets: [],
    posts: [],
    outcome,
  });

  it.each([
    ['a decision that cannot be undone', actFor({ key: 'approve', act: 'approve', reason: false }), 'confirmation'],
    ['a refusal of the request', actFor({ key: 'reject', act: 'reject', reason: true }), 'confirmation'],
    ['a return', actFor({ key: 'return', act: 'return', reason: true }), 'target'],
    ['a proposal against it', actFor({ key: 'propose-not', act: 'propose', reason: true }), 'reason'],
    ['a plain proposal', actFor({ key: 'propose', act: 'propose', reason: false }), undefined],
  ] as const)('%s', (_what, act, need) => {
    expect(needOf(act, ' ')).toBe(need);
  });

  it.each([
    ['opine', 'agree', 'reason'],
    ['cosign', 'disagree', 'reason'],
    ['cosign', 'agree', undefined],
  ] as const)('of whoever answers by %s: %s', (command, opinion, need) => {
    const act: Act = { key: 'x', command, task, targets: [], posts: [], opinion };

    expect(needOf(act, '')).toBe(need);
    expect(needOf(act, 'Còn vốn.')).toBeUndefined();
  });

  it('is no reason any more once one is written', () => {
    const act = actFor({ key: 'propose-not', act: 'propose', reason: true });

    expect(needOf(act, 'Nhà còn bền chắc.')).toBeUndefined();
  });
});
