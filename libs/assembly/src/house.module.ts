import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { House } from './house.js';

/** Makes one open house known to every module of an app. */
@Module({})
export class HouseModule {
  static around(house: House, ...rooms: Type[]): DynamicModule {
    return {
      module: HouseModule,
      global: true,
      imports: rooms,
      providers: [{ provide: House, useValue: house }],
      exports: [House],
    };
  }
}
