import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { type FormEvent, useState } from 'react';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { announce } from '../shell/announcements';
import { NUMBERS_TEXTS } from './texts';

const MOST_NUMBERS = 1_000;

export function ReserveForm({ numbers }: { readonly numbers: Schema<'Numbers'> }) {
  const texts = useTexts(NUMBERS_TEXTS);
  const queries = useQueryClient();
  const [unit, setUnit] = useState(numbers.units[0]?.unit ?? '');
  const [register, setRegister] = useState(numbers.registers[0] ?? '');
  const [year, setYear] = useState(String(numbers.year));
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [isWrong, setWrong] = useState(false);
  const reserve = useMutation({
    mutationFn: async (body: Schema<'ReserveNumbers'>) => dataOf(await api.POST('/api/desk/numbers', { body })),
    onSuccess: (after) => {
      queries.setQueryData(['numbers'], after);
      announce(texts.done(`${first}–${last}`));
      setFirst('');
      setLast('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const range = { first: Number(first), last: Number(last) };
    const isRange = range.first > 0 && range.first <= range.last && range.last - range.first < MOST_NUMBERS;
    setWrong(!isRange);
    if (isRange) reserve.mutate({ unit, register, year: Number(year), ...range });
  };
  const years = [numbers.year, numbers.year + 1].map(String);
  return (
    <form className="card numbers-form" onSubmit={submit} aria-labelledby="reserve-title">
      <h2 id="reserve-title">{texts.reserve}</h2>
      {reserve.error && <ProblemNote error={reserve.error} />}
      <NativeSelect
        label={texts.unit}
        value={unit}
        data={numbers.units.map((each) => ({ value: each.unit, label: each.name }))}
        onChange={({ currentTarget }) => setUnit(currentTarget.value)}
      />
      <NativeSelect
        label={texts.register}
        value={register}
        data={[...numbers.registers]}
        onChange={({ currentTarget }) => setRegister(currentTarget.value)}
      />
      <NativeSelect
        label={texts.year}
        value={year}
        data={years}
        onChange={({ currentTarget }) => setYear(currentTarget.value)}
      />
      <NumberInput label={texts.first} value={first} onChange={setFirst} />
      <NumberInput label={texts.last} value={last} fault={isWrong ? texts.wrong : undefined} onChange={setLast} />
      <Button type="submit" loading={reserve.isPending}>
        {texts.send}
      </Button>
    </form>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: string;
  readonly fault?: string;
  onChange(value: string): void;
}

function NumberInput({ label, value, fault, onChange }: NumberInputProps) {
  return (
    <TextInput
      label={label}
      className="num"
      inputMode="numeric"
      required
      withAsterisk={false}
      autoComplete="off"
      maxLength={6}
      value={value}
      error={fault}
      onChange={({ currentTarget }) => onChange(currentTarget.value.replace(/\D/g, ''))}
    />
  );
}
