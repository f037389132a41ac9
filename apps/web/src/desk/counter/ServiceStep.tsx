import { useSay, useTexts } from '../../shared/language';
import type { Service } from './draft';
import { focusOn, onEnter } from './focus';
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
  const goOn = onEnter(() => {
    // Enter on the first one takes it, as it does everywhere else on this page.
    if (!service && services[0]) change({ service: services[0].key, papers: [] });
    focusOn('counter-papers');
  });
  return (
    <Step number={3} title={texts.steps.service}>
      <div id="counter-services" className="cards" role="radiogroup" aria-label={texts.steps.service} onKeyDown={goOn}>
        {services.map((each) => (
          <label key={each.key} className="card-choice counter-service">
            <input
              type="radio"
              name="counter-service"
              checked={each.key === service?.key}
              onChange={() => change({ service: each.key, papers: [] })}
            />
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
