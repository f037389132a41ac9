import { Button, Checkbox, Menu, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronUp } from '@tabler/icons-react';
import { useSay, useTexts } from '../../../shared/language';
import { usePreference } from '../../shell/preferences';
import { ACT_TEXTS } from './act-texts';
import type { Act } from './acts';
import { useActLabel } from './use-act-label';
import { useBecause } from './use-because';
import type { Handling } from './use-handling';

/** The main act first; on a phone all others are behind one button. */
export function ActButtons({ handling: { acts, begin, acting, flags } }: { readonly handling: Handling }) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const [opensNext, setOpensNext] = usePreference('open-next');
  const { main, closed } = acts;
  const beside = isNarrow ? [] : acts.beside;
  const more = isNarrow ? [...acts.beside, ...acts.more] : acts.more;
  const labelOf = useActLabel();
  const flagged = flags.list.length;
  const props = {
    isSending: acting.isSending,
    onBegin: (act: Act) => begin(act, opensNext),
    wordsOf: (act: Act) =>
      act.command === 'askSupplement' && flagged > 0 ? texts.counted(labelOf(act), flagged) : labelOf(act),
  };
  return (
    <div className="bar-line">
      {closed && <p>{say(closed.title)}</p>}
      {main && <ActButton {...props} act={main} isMain />}
      {beside.map((act) => (
        <ActButton key={act.key} {...props} act={act} />
      ))}
      {more.length > 0 && <MoreActs {...props} acts={more} />}
      {main && (
        <Checkbox
          className="then-next"
          checked={opensNext}
          label={texts.thenNext}
          aria-keyshortcuts="Control+Shift+Enter"
          onChange={({ currentTarget }) => setOpensNext(currentTarget.checked)}
        />
      )}
    </div>
  );
}

interface ActButtonProps {
  readonly act: Act;
  readonly isMain?: boolean;
  readonly isSending: boolean;
  onBegin(act: Act): void;
  wordsOf(act: Act): string;
}

function ActButton({ act, isMain = false, isSending, onBegin, wordsOf }: ActButtonProps) {
  const because = useBecause();
  return (
    <Tooltip label={because(act)} disabled={act.because === undefined}>
      <Button
        {...lookOf(act, isMain)}
        aria-disabled={act.because !== undefined}
        aria-keyshortcuts={isMain ? 'Control+Enter' : undefined}
        loading={isMain && isSending}
        onClick={() => onBegin(act)}
      >
        {wordsOf(act)}
      </Button>
    </Tooltip>
  );
}

function lookOf({ outcome, command }: Act, isMain: boolean) {
  const isNo = outcome?.act === 'reject' || command === 'refuseReception';
  if (isMain) return { variant: 'filled', color: outcome?.act === 'approve' ? 'green.6' : isNo ? 'red.6' : 'brand' };
  return isNo ? { variant: 'outline', color: 'red' } : { variant: 'default' };
}

interface MoreActsProps extends Pick<ActButtonProps, 'onBegin' | 'wordsOf'> {
  readonly acts: readonly Act[];
}

function MoreActs({ acts, onBegin, wordsOf }: MoreActsProps) {
  const texts = useTexts(ACT_TEXTS);
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronUp size={18} stroke={1.75} aria-hidden />}>
          {texts.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act.key} aria-disabled={act.because !== undefined} onClick={() => onBegin(act)}>
            {wordsOf(act)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
