import { Component, type ReactNode, useEffect, useState } from 'react';
import { ApiProblem, isProblem, OFFLINE } from './api';
import { defineTexts, useTexts } from './language';

const PROBLEM_TEXTS = defineTexts(
  {
    offline: 'Mất mạng. Nội dung đã lưu trên máy này, chưa gửi đi.',
    unavailable: 'Hệ thống đang gián đoạn, nội dung vẫn còn.',
    unexpected: 'Trang này gặp trục trặc. Tải lại trang, nội dung vẫn còn.',
    retryIn: (seconds: number) => `Tự thử lại sau ${seconds} giây.`,
    retry: 'Thử lại',
    code: (code: string) => `Mã: ${code}`,
    slow: 'Mạng chậm, đang tải…',
    loading: 'Đang tải…',
  },
  {
    offline: 'There is no connection. What you wrote is kept on this device and has not been sent.',
    unavailable: 'The service is interrupted; what you wrote is kept.',
    unexpected: 'This page has run into trouble. Reload it; what you wrote is kept.',
    retryIn: (seconds) => `Trying again in ${seconds} seconds.`,
    retry: 'Try again',
    code: (code) => `Code: ${code}`,
    slow: 'The line is slow, still loading…',
    loading: 'Loading…',
  },
);

/** What went wrong and what helps, in the reader's language: the API's own words wherever it has spoken. */
export function useProblemSentence(): (error: unknown) => string {
  const texts = useTexts(PROBLEM_TEXTS);
  return (error) => {
    if (isProblem(error, OFFLINE)) return texts.offline;
    if (isProblem(error, 'unavailable')) return texts.unavailable;
    if (error instanceof ApiProblem) return [error.details.title, error.details.detail].filter(Boolean).join(' ');
    return texts.unexpected;
  };
}

interface ProblemProps {
  readonly error: unknown;
  /** With it there is a button; a fault that passes is also tried again by itself. */
  onRetry?(): void;
}

export function ProblemNote({ error, onRetry }: ProblemProps) {
  const texts = useTexts(PROBLEM_TEXTS);
  const sentence = useProblemSentence();
  const code = error instanceof ApiProblem ? error.details.code : 'page';
  return (
    <div className="note note-problem" role="alert">
      <p>{sentence(error)}</p>
      {onRetry && <RetryLine error={error} onRetry={onRetry} />}
      <p className="note-code">{texts.code(code)}</p>
    </div>
  );
}

const PAUSE = 30;

function RetryLine({ error, onRetry }: Required<ProblemProps>) {
  const texts = useTexts(PROBLEM_TEXTS);
  const isWaiting = isProblem(error, 'unavailable', OFFLINE);
  const pause = (error instanceof ApiProblem && error.details.retryAfter) || PAUSE;
  const [gone, setGone] = useState(0);
  const left = pause - (gone % pause);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setGone((seconds) => seconds + 1), 1_000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  useEffect(() => {
    if (gone > 0 && gone % pause === 0) onRetry();
    // A new `onRetry` with each drawing must not try again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [gone, pause]);
  return (
    <p className="note-acts">
      {isWaiting && <span>{texts.retryIn(left)}</span>}
      <button type="button" className="button button-quiet" onClick={onRetry}>
        {texts.retry}
      </button>
    </p>
  );
}

const QUIET = 300;
const SLOW = 5_000;

/** Nothing at first, then a word, then that the line is slow. */
export function Loading() {
  const texts = useTexts(PROBLEM_TEXTS);
  const [phase, setPhase] = useState<'quiet' | 'loading' | 'slow'>('quiet');
  useEffect(() => {
    const soon = setTimeout(() => setPhase('loading'), QUIET);
    const late = setTimeout(() => setPhase('slow'), SLOW);
    return () => {
      clearTimeout(soon);
      clearTimeout(late);
    };
  }, []);
  return (
    <p className="loading" role="status">
      {phase === 'quiet' ? '' : texts[phase]}
    </p>
  );
}

interface AwaitedQuery<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  refetch(): unknown;
}

/** A query's data, or what there is instead of it. Data that is there stays while a newer answer fails. */
export function Awaited<T>({ query, children }: { readonly query: AwaitedQuery<T>; children(data: T): ReactNode }) {
  const { data, error, refetch } = query;
  return (
    <>
      {error != null && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data !== undefined ? children(data) : error == null && <Loading />}
    </>
  );
}

/** A page that fails leaves its frame standing. What was typed is kept elsewhere, so a reload helps. */
export class ProblemBoundary extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <ProblemNote error={error} onRetry={() => location.reload()} />;
  }
}
