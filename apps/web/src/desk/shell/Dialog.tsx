import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/language';
import { SHELL_TEXTS } from './texts';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly size?: 'md' | 'xl';
  readonly children: ReactNode;
  onClose(): void;
}

/** The library's own title bar would be a second banner of the page to readers; this one is a plain heading. */
export function Dialog({ opened, title, size = 'md', children, onClose }: DialogProps) {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <Modal opened={opened} onClose={onClose} size={size} withCloseButton={false}>
      <div className="dialog-head">
        <Modal.Title className="dialog-title">{title}</Modal.Title>
        <CloseButton aria-label={texts.close} onClick={onClose} />
      </div>
      {children}
    </Modal>
  );
}
