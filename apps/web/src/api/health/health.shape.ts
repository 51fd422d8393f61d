import { Code } from '../../shell/shape-fields.js';

export class HealthShape {
  @Code(['answers']) database: 'answers';
  @Code(['beats']) worker: 'beats';
}
