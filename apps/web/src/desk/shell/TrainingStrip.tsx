import { IconSchool } from '@tabler/icons-react';
import { useTexts } from '../../shared/language';
import { SHELL_TEXTS } from './texts';

export function TrainingStrip() {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <p className="training-strip">
      <IconSchool size={20} stroke={1.75} aria-hidden />
      <strong>{texts.training}</strong>
      <span>{texts.trainingMeans}</span>
    </p>
  );
}
