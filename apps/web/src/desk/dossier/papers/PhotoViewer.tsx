import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconFocusCentered,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../../../shared/language';
import { moved, START, turned, type Stand, zoomed } from './photo-stand';
import { DOSSIER_TEXTS } from '../texts';

interface PhotoViewerProps {
  readonly address: string;
  readonly name: string;
  readonly position: string;
  /** To the next or previous photo; missing when there is only one. */
  onStep?(by: 1 | -1): void;
  readonly children: ReactNode;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [48, 0],
  ArrowRight: [-48, 0],
  ArrowUp: [0, 48],
  ArrowDown: [0, -48],
};

export function PhotoViewer({ address, name, position, onStep, children }: PhotoViewerProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const [stand, setStand] = useState<Stand>(START);
  const drag = ({ buttons, movementX, movementY }: PointerEvent) => {
    if (buttons === 1) setStand((was) => moved(was, movementX, movementY));
  };
  const press = (event: KeyboardEvent) => {
    const [x, y] = ARROWS[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    setStand((was) => moved(was, x, y));
  };
  return (
    <figure className="photo-viewer">
      <figcaption>
        <span className="photo-name">
          {name} <span className="quiet num">{position}</span>
        </span>
        <span className="photo-acts">
          {onStep && <Tool name={texts.previousFile} icon={IconChevronLeft} onUse={() => onStep(-1)} />}
          {onStep && <Tool name={texts.nextFile} icon={IconChevronRight} onUse={() => onStep(1)} />}
          <Tool name={texts.zoomOut} icon={IconZoomOut} onUse={() => setStand((was) => zoomed(was, -1))} />
          <Tool name={texts.zoomIn} icon={IconZoomIn} onUse={() => setStand((was) => zoomed(was, 1))} />
          <Tool name={texts.rotate} icon={IconRotateClockwise} onUse={() => setStand(turned)} />
          <Tool name={texts.asWhole} icon={IconFocusCentered} onUse={() => setStand(START)} />
          {children}
        </span>
      </figcaption>
      <div
        className="photo-frame"
        role="group"
        aria-label={texts.photoKeys}
        tabIndex={0}
        style={{ touchAction: stand.zoom === 1 ? 'pan-y' : 'none' }}
        onPointerMove={drag}
        onKeyDown={press}
      >
        <img
          src={address}
          alt={name}
          draggable={false}
          style={{
            transform: `translate(${stand.x}px, ${stand.y}px) rotate(${stand.turn}deg) scale(${stand.zoom})`,
          }}
        />
      </div>
    </figure>
  );
}

interface ToolProps {
  readonly name: string;
  readonly icon: TablerIcon;
  onUse(): void;
}

function Tool({ name, icon: Icon, onUse }: ToolProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} onClick={onUse}>
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
