import { ApiProblem, OFFLINE } from '../../../shared/api';
import { kept } from './kept';
import { StepDraft, type StepText } from './step-draft';

const OFF_LINE = new ApiProblem({ status: 0, code: OFFLINE, title: '', detail: '' });
const SIGNED_OUT = new ApiProblem({ status: 401, code: 'not-signed-in', title: '', detail: '' });
const AT = '2026-04-08T07:05:00.000Z';

function aDraft(put: (text: StepText) => Promise<string>) {
  const store = kept<StepText>('somebody', 'dossier', 'survey.1.1');
  return { store, draft: new StepDraft({ note: '', kept: store, put }) };
}

describe('what is typed at a step', () => {
  beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('is kept on this machine at once', () => {
    const { store, draft } = aDraft(() => Promise.resolve(AT));

    draft.setNote('Nhà dột');

    expect(store.read()).toEqual({ document: {}, note: 'Nhà dột' });
    expect(draft.saved).toEqual({ state: 'saving' });
  });

  it('goes to the server once, when the hand rests', async () => {
    const put = jest.fn(() => Promise.resolve(AT));
    const { store, draft } = aDraft(put);

    draft.setNote('Nhà');
    await jest.advanceTimersByTimeAsync(500);
    draft.setNote('Nhà dột');
    await jest.advanceTimersByTimeAsync(1_000);

    expect(put.mock.calls).toEqual([[{ document: {}, note: 'Nhà dột' }]]);
    expect(draft.saved).toEqual({ state: 'saved', at: AT });
    expect(store.read()).toBeUndefined();
  });

  it('is not called saved when more was typed meanwhile', async () => {
    let answer: (at: string) => void = () => undefined;
    const { store, draft } = aDraft(() => new Promise((resolve) => (answer = resolve)));

    draft.setNote('Nhà');
    await jest.advanceTimersByTimeAsync(1_000);
    draft.setNote('Nhà dột');
    answer(AT);
    await jest.advanceTimersByTimeAsync(0);

    expect(draft.saved).toEqual({ state: 'saving' });
    expect(store.read()?.note).toBe('Nhà dột');
  });

  it('stays here while the line is broken, and goes by itself when it is back', async () => {
    const put = jest.fn<Promise<string>, [StepText]>().mockRejectedValueOnce(OFF_LINE).mockResolvedValue(AT);
    const { store, draft } = aDraft(put);

    draft.setNote('Nhà dột');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(draft.saved).toEqual({ state: 'here' });
    expect(store.read()?.note).toBe('Nhà dột');
    await jest.advanceTimersByTimeAsync(15_000);

    expect(draft.saved).toEqual({ state: 'saved', at: AT });
  });

  it('is still here after the session has ended', async () => {
    const { store, draft } = aDraft(() => Promise.reject(SIGNED_OUT));

    draft.setNote('Nhà dột');
    await jest.advanceTimersByTimeAsync(60_000);

    expect(draft.saved).toEqual({ state: 'refused', error: SIGNED_OUT });
    expect(store.read()?.note).toBe('Nhà dột');
  });

  it('is forgotten when the step is done, and not sent any more', async () => {
    const put = jest.fn(() => Promise.resolve(AT));
    const { store, draft } = aDraft(put);

    draft.setNote('Nhà dột');
    draft.forget();
    await jest.advanceTimersByTimeAsync(60_000);

    expect(put).not.toHaveBeenCalled();
    expect(store.read()).toBeUndefined();
  });
});
