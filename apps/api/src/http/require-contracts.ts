import { METHOD_METADATA } from '@nestjs/common/constants';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { OPERATION } from './operation';

/** An endpoint without a contract, and so without a stated permission, keeps the server from starting. */
export function requireContracts(app: INestApplication): void {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  for (const { metatype } of controllers) {
    if (typeof metatype !== 'function') continue;
    const members = Object.getOwnPropertyDescriptors(metatype.prototype as object);
    for (const [name, { value: handler }] of Object.entries<PropertyDescriptor>(members)) {
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
      if (!Reflect.hasMetadata(OPERATION, handler)) throw new Error(`${metatype.name}.${name} has no @Operation.`);
    }
  }
}
