import type { Widget } from '@trinhduyet/form';
import type { ComponentType } from 'react';
import { ChoicesWidget, ChoiceWidget, CodesWidget, ConfirmWidget, YesNoWidget } from './choice-widgets';
import { DateWidget } from './DateWidget';
import { PhotosWidget } from './PhotosWidget';
import { PlaceWidget } from './PlaceWidget';
import { TableWidget } from './TableWidget';
import {
  CitizenNumberWidget,
  LongTextWidget,
  MoneyWidget,
  NumberWidget,
  PhoneWidget,
  TextWidget,
} from './text-widgets';
import type { WidgetProps } from './widget';

/** Every kind of field that is asked for has one control, the same in portal and desk. */
export const WIDGETS: Readonly<Record<Widget, ComponentType<WidgetProps>>> = {
  text: TextWidget,
  'long-text': LongTextWidget,
  number: NumberWidget,
  money: MoneyWidget,
  date: DateWidget,
  'yes-no': YesNoWidget,
  tick: ConfirmWidget,
  confirm: ConfirmWidget,
  choice: ChoiceWidget,
  choices: ChoicesWidget,
  codes: CodesWidget,
  'citizen-number': CitizenNumberWidget,
  phone: PhoneWidget,
  place: PlaceWidget,
  photos: PhotosWidget,
  table: TableWidget,
};

export { CalculatedWidget } from './CalculatedWidget';
