import type { PlanField, Widget } from '@trinhduyet/form';
import type { ComponentType } from 'react';
import { ChoicesWidget, ChoiceWidget, CodesWidget, ConfirmWidget, YesNoWidget } from './choice-widgets';
import { CalculatedWidget } from './CalculatedWidget';
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

/** Every kind of field has one control, the same in portal and desk. */
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

/** What is worked out is shown, whatever its kind; everything else is asked for. */
export function widgetOf({ value, widget }: PlanField): ComponentType<WidgetProps> {
  return value ? CalculatedWidget : WIDGETS[widget];
}
