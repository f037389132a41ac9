import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFlag, IconFlagFilled, IconPhoto } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import type { PlanField } from '@trinhduyet/form';
import { useSay, useTexts } from '../../../shared/language';
import { namedFiles } from '../papers/named-files';
import { DOSSIER_TEXTS } from '../texts';
import type { Flag, Flags } from './use-flags';
import type { View } from '../use-view';

interface FieldActsProps {
  readonly field: PlanField;
  readonly dossier: Schema<'DossierView'>;
  readonly flags: Flags;
  readonly view: View;
}

/** Beside an answer: look at its photos, and ask for it to be mended. */
export function FieldActs({ field, dossier, flags, view }: FieldActsProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { pointer, title } = field;
  const photo = namedFiles(dossier).find((file) => file.field === pointer);
  return (
    <span className="field-acts">
      {photo && (
        <Button
          variant="subtle"
          leftSection={<IconPhoto size={18} stroke={1.75} aria-hidden />}
          onClick={() => view.showFile(photo.id)}
        >
          {texts.showPhotos}
        </Button>
      )}
      {flags.mayFlag && <FlagButton flags={flags} flag={{ key: pointer, field: pointer, title, reason: '' }} />}
    </span>
  );
}

interface FlagButtonProps {
  readonly flags: Flags;
  readonly flag: Flag & Required<Pick<Flag, 'title'>>;
}

export function FlagButton({ flags, flag }: FlagButtonProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const isFlagged = flags.has(flag.key);
  const name = texts.flag(say(flag.title));
  const Icon = isFlagged ? IconFlagFilled : IconFlag;
  return (
    <Tooltip label={name}>
      <ActionIcon
        className="flag"
        color={isFlagged ? 'amber.7' : 'gray.5'}
        aria-label={name}
        aria-pressed={isFlagged}
        onClick={() => flags.toggle(flag)}
      >
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
