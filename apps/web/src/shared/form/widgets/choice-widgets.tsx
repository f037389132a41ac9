import type { PlanField, Scalar } from '@trinhduyet/form';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api';
import { useSay, useTexts } from '../../language';
import { ProblemNote } from '../../problem';
import { useFieldView } from '../form-context';
import { FORM_TEXTS } from '../texts';
import { isShortChoice, useControl, type WidgetProps } from './widget';

/** What may be chosen now: the data may narrow what the schema allows. */
function useChoices({ pointer, choices = [] }: PlanField) {
  const { state } = useFieldView(pointer);
  return state.choices ? choices.filter(({ value }) => state.choices?.includes(value)) : choices;
}

export function ChoiceWidget(props: WidgetProps) {
  const choices = useChoices(props.field);
  const say = useSay();
  const options = choices.map(({ value, title }) => ({ value, title: say(title) }));
  return isShortChoice(props.field) ? <Cards {...props} options={options} /> : <Select {...props} options={options} />;
}

export function YesNoWidget(props: WidgetProps) {
  const texts = useTexts(FORM_TEXTS);
  const options = [
    { value: true, title: texts.yes },
    { value: false, title: texts.no },
  ];
  return <Cards {...props} options={options} isRow />;
}

interface OptionsProps extends WidgetProps {
  readonly options: readonly { readonly value: Scalar; readonly title: string }[];
  readonly isRow?: boolean;
}

function Cards({ field, value, onChange, onLeave, options, isRow }: OptionsProps) {
  const { id, readOnly, ...control } = useControl(field);
  return (
    <div className={isRow ? 'cards cards-row' : 'cards'}>
      {options.map((option, index) => (
        <label key={String(option.value)} className="card-choice">
          <input
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            type="radio"
            id={`${id}-${index}`}
            name={id}
            checked={value === option.value}
            disabled={readOnly}
            onChange={() => onChange(option.value)}
            onBlur={onLeave}
          />
          <span>{option.title}</span>
        </label>
      ))}
    </div>
  );
}

function Select({ field, value, onChange, onLeave, options }: OptionsProps) {
  const { readOnly, ...control } = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <select
      {...control}
      aria-labelledby={undefined}
      className="control"
      disabled={readOnly}
      value={chosen < 0 ? '' : String(chosen)}
      onChange={({ target }) => onChange(target.value === '' ? undefined : options[Number(target.value)]?.value)}
      onBlur={onLeave}
    >
      <option value="">{texts.choose}</option>
      {options.map(({ title }, index) => (
        <option key={title} value={index}>
          {title}
        </option>
      ))}
    </select>
  );
}

export function ChoicesWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const { id, readOnly, ...control } = useControl(field);
  const say = useSay();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: Scalar) => {
    const next = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option];
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="cards">
      {useChoices(field).map((option, index) => (
        <label key={String(option.value)} className="card-choice">
          <input
            aria-describedby={control['aria-describedby']}
            type="checkbox"
            id={`${id}-${index}`}
            checked={chosen.includes(option.value)}
            disabled={readOnly}
            onChange={() => toggle(option.value)}
            onBlur={onLeave}
          />
          <span>{say(option.title)}</span>
        </label>
      ))}
    </div>
  );
}

/** A promise to be ticked: taken back, it is not there at all. */
export function ConfirmWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const { readOnly, ...control } = useControl(field);
  const say = useSay();
  return (
    <label className="card-choice">
      <input
        {...control}
        type="checkbox"
        checked={value === true}
        disabled={readOnly}
        onChange={({ target }) => onChange(target.checked ? true : undefined)}
        onBlur={onLeave}
      />
      <span>{say(field.title)}</span>
    </label>
  );
}

/** A code with its words, out of a list that the server keeps. */
export function CodesWidget(props: WidgetProps) {
  const { data = [], error, refetch } = useCodes(props.field.codes);
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <Select {...props} options={data.map(({ code, name }) => ({ value: code, title: name }))} />
    </>
  );
}

export function useCodes(list: string | undefined) {
  return useQuery({
    queryKey: ['codes', list],
    queryFn: async () =>
      dataOf(await api.GET('/api/codes/{list}', { params: { path: { list: list as 'ethnic-groups' } } })),
    enabled: list !== undefined,
    staleTime: Infinity,
  });
}
