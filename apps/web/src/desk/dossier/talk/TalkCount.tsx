import { useTexts } from '../../../shared/language';
import { TALK_TEXTS } from './texts';
import type { TalkQuery } from './use-talk';

/** How many notes somebody has not read yet, beside the name of the part that has them. */
export function TalkCount({ talk }: { readonly talk: TalkQuery }) {
  const texts = useTexts(TALK_TEXTS);
  const unread = talk.data?.pages[0]?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span className="count talk-count">
      <span className="num" aria-hidden>
        {unread}
      </span>
      <span className="visually-hidden">{texts.unread(unread)}</span>
    </span>
  );
}
