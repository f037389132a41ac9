import { Kbd } from '@mantine/core';
import { useSay, useTexts } from '../../shared/language';
import type { Service } from './draft';
import { focusOn } from './focus';
import { Step } from './Step';
import { COUNTER_TEXTS } from './texts';
import type { Counter } from './use-counter';

interface ServiceStepProps {
  readonly counter: Counter;
  readonly services: readonly Service[];
}

export function ServiceStep({ counter, services }: ServiceStepProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const say = useSay();
  const { service, standing, change } = counter;
  const isOpen = ({ key }: Service) => standing.openDossiers.some(({ requestType }) => requestType === key);
  const choose = ({ key }: Service) => {
    if (key !== service?.key) change({ service: key, papers: [] });
    focusOn('counter-papers');
  };
  // Enter takes the chosen one, or the first; a digit takes the one that it stands before.
  const press = (event: React.KeyboardEvent) => {
    const chosen = event.key === 'Enter' ? (service ?? services[0]) : services[Number(event.key) - 1];
    if (!chosen || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    choose(chosen);
  };
  return (
    <Step number={3} title={texts.steps.service}>
      <div id="counter-services" className="cards" role="radiogroup" aria-label={texts.steps.service} onKeyDown={press}>
        {services.map((each, index) => (
          <label key={each.key} className="card-choice counter-service">
            <input
              type="radio"
              name="counter-service"
              checked={each.key === service?.key}
              onChange={() => change({ service: each.key, papers: [] })}
            />
            {index < 9 && services.length > 1 && <Kbd aria-hidden="true">{index + 1}</Kbd>}
            <span>
              {say(each.title)}
              <span className="quiet"> · {texts.workingDays(each.workingDays)}</span>
              {isOpen(each) && <span className="counter-twin"> ◆ {texts.isOpen}</span>}
            </span>
          </label>
        ))}
      </div>
    </Step>
  );
}
