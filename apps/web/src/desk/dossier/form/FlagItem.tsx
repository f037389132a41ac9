import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSay, useTexts } from '../../../shared/language';
import { ACT_TEXTS } from '../acts/act-texts';
import { PhraseField } from '../work/PhraseField';
import type { Flags, SetFlag } from './use-flags';

const ASKING = ['askSupplement'];

/** A photo's item begins with which photo it is: that alone is no reason. */
export const isExplained = ({ reason }: SetFlag) => !/^(|.{1,20}:)$/.test(reason.trim());

interface FlagItemProps {
  readonly flag: SetFlag;
  readonly flags: Flags;
  readonly isChecked: boolean;
  /** Whoever sends words what goes out; else everybody words what they have flagged themselves. */
  readonly isSender: boolean;
}

/** Something that is asked for, and why; with who has flagged it. */
export function FlagItem({ flag, flags, isChecked, isSender }: FlagItemProps) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  const what = flag.title ? say(flag.title) : texts.otherItem;
  const isMissing = isChecked && !isExplained(flag);
  return (
    <li className="supplement-item">
      <strong>
        {what} {flag.by !== undefined && <span className="quiet">{texts.flaggedBy(flag.by)}</span>}
      </strong>
      {isSender || flag.by === undefined ? (
        <PhraseField
          rows={1}
          aria-label={texts.itemReason(what)}
          aria-invalid={isMissing || undefined}
          aria-describedby={`${flag.key}-fault`}
          phrasesFor={ASKING}
          general={texts.itemPhrases}
          menuLabel={`${texts.phrases}: ${what}`}
          value={flag.reason}
          onText={(reason) => flags.setReason(flag.key, reason)}
        />
      ) : (
        <p className="flag-reason">{flag.reason.trim() || texts.noReasonYet}</p>
      )}
      {flag.mayRemove && (
        <ActionIcon aria-label={texts.removeItem(what)} onClick={() => flags.toggle(flag)}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      )}
      <p className="field-fault" id={`${flag.key}-fault`} hidden={!isMissing}>
        {texts.reasonMissing}
      </p>
    </li>
  );
}
