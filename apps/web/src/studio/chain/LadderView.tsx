import {
  IconArrowsSplit2,
  IconFileText,
  IconInbox,
  IconRobot,
  IconUser,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Chain } from '@trinhduyet/approval';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { type Hanging, hangingsOf, type Names } from './conditions';
import { type Box, type Ladder, ladderOf } from './ladder';
import { arrowPath, BOX, geometryOf, type Geometry } from './ladder-geometry';
import { CHAIN_TEXTS } from './texts';

/** The chain as a picture. Readers are told of the table, which says the same in order. */
export function LadderView({ chain, names }: { readonly chain: Chain; readonly names: Names }) {
  const texts = useTexts(CHAIN_TEXTS);
  const { language } = useLanguage();
  const hangings = hangingsOf(chain, names, language);
  const ladder = ladderOf(chain);
  const geometry = geometryOf(ladder);
  return (
    <>
      <p className="ladder-legend">
        <span>{texts.solidArrow}</span>
        <span className="dashed">{texts.dashedArrow}</span>
        <span className="plain">{texts.returnMark}</span>
      </p>
      <div className="ladder-scroll" tabIndex={0} role="group" aria-label={texts.ladder}>
        <div
          className="ladder"
          role="img"
          aria-label={texts.ladderMeans(ladder.boxes.length)}
          style={{ width: geometry.width, height: geometry.height }}
        >
          <Lanes ladder={ladder} geometry={geometry} />
          <Arrows ladder={ladder} geometry={geometry} hangings={hangings} />
          {ladder.boxes.map((box) => (
            <StepBox
              key={box.key}
              box={box}
              geometry={geometry}
              hangings={hangings.filter((each) => each.step === box.key && each.to === undefined)}
            />
          ))}
        </div>
      </div>
      <Conditions hangings={hangings} />
    </>
  );
}

/** What the numbers in the picture stand for. */
function Conditions({ hangings }: { readonly hangings: readonly Hanging[] }) {
  const texts = useTexts(CHAIN_TEXTS);
  if (hangings.length === 0) return null;
  return (
    <div className="ladder-conditions">
      <h3>{texts.conditions}</h3>
      <ol>
        {hangings.map(({ number, words }) => (
          <li key={number}>{words}</li>
        ))}
      </ol>
    </div>
  );
}

interface PartProps {
  readonly ladder: Ladder;
  readonly geometry: Geometry;
}

function Lanes({ ladder, geometry }: PartProps) {
  const { tiers } = useTexts(CHAIN_TEXTS);
  return ladder.lanes.map(({ lane }) => {
    const { top, height } = geometry.lane(lane);
    return (
      <div key={lane} className="lane" style={{ top, height }}>
        <span className="lane-name">{tiers[lane]}</span>
      </div>
    );
  });
}

function Arrows({ ladder, geometry, hangings }: PartProps & { readonly hangings: readonly Hanging[] }) {
  return (
    <svg className="arrows" width={geometry.width} height={geometry.height}>
      <defs>
        <ArrowHead id="arrow-on" />
        <ArrowHead id="arrow-back" />
      </defs>
      {ladder.arrows.map((arrow) => (
        <path
          key={`${arrow.from} ${arrow.to} ${arrow.isReturn}`}
          className={arrow.isReturn ? 'arrow arrow-back' : 'arrow'}
          d={arrowPath(ladder, geometry, arrow)}
          markerEnd={arrow.isReturn ? 'url(#arrow-back)' : 'url(#arrow-on)'}
        />
      ))}
      {ladder.arrows.map((arrow) => (
        <ArrowNumbers key={`${arrow.from} ${arrow.to}`} arrow={arrow} geometry={geometry} hangings={hangings} />
      ))}
    </svg>
  );
}

interface ArrowNumbersProps extends Pick<PartProps, 'geometry'> {
  readonly arrow: Ladder['arrows'][number];
  readonly hangings: readonly Hanging[];
}

/** The conditions of a way stand where it arrives: there the ways from one step have parted. */
function ArrowNumbers({ arrow: { from, to, isReturn }, geometry, hangings }: ArrowNumbersProps) {
  const own = isReturn ? [] : hangings.filter((each) => each.step === from && each.to === to);
  if (own.length === 0) return null;
  const { left, top } = geometry.box(to);
  const [x, y] = [left - 20, top + BOX.height / 2 - 12];
  return (
    <g className="arrow-number">
      <circle cx={x} cy={y} r={9} />
      <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
        {own.map(({ number }) => number).join(',')}
      </text>
    </g>
  );
}

function ArrowHead({ id }: { readonly id: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 0 8 4 0 8z" />
    </marker>
  );
}

const ICONS: Readonly<Record<Box['kind'], TablerIcon>> = {
  reception: IconInbox,
  review: IconUser,
  check: IconRobot,
  paper: IconFileText,
  branches: IconArrowsSplit2,
};

interface StepBoxProps extends Pick<PartProps, 'geometry'> {
  readonly box: Box;
  readonly hangings: readonly Hanging[];
}

function StepBox({ box, geometry, hangings }: StepBoxProps) {
  const texts = useTexts(CHAIN_TEXTS);
  const say = useSay();
  const { left, top } = geometry.box(box.key);
  const Icon = box.isSignedBySeveral ? IconUsers : ICONS[box.kind];
  return (
    <div className={`step-box step-${box.kind}`} style={{ left, top, ...BOX }} title={say(box.title)}>
      <span className="step-title">{say(box.title)}</span>
      <span className="step-meta">
        <Icon size={16} stroke={1.75} aria-hidden /> {texts.workingDays(box.workingDays)}
        {box.returnsAnywhere && <span> · ↩</span>}
        {hangings.map(({ number }) => (
          <span key={number} className="box-number">
            {number}
          </span>
        ))}
      </span>
    </div>
  );
}
