import { wrongByRules } from './azure/rules.ts';
import { wrongParameters } from './azure/settings-rules.ts';
import { azureTemplate } from './azure/template.ts';
import { wrongBySchema } from './template/check-schema.ts';
import { wrongInStructure } from './template/check-structure.ts';
import { type Deployment, deploymentOf } from './template/deployment.ts';
import type { Json, JsonObject } from './template/json.ts';
import { resourceSchemas } from './template/resource-schemas.ts';

/** All that is wrong with a template and some parameters, as sentences, and what it would make. */
export function checkTemplate(
  template: Json,
  parameters: JsonObject,
): { readonly wrong: readonly string[]; readonly deployment: Deployment } {
  const deployment = deploymentOf(template, parameters);
  const resources = deployment.resources.map(({ said }) => said);
  const wrong = [
    ...wrongParameters(parameters),
    ...wrongInStructure(template, deployment),
    ...wrongBySchema(resources, resourceSchemas()),
    ...wrongByRules(deployment, parameters.privateEndpoints !== false),
  ];
  return { wrong, deployment };
}

/** The same for the template that Candour is deployed by. */
export const checkParameters = (parameters: JsonObject) => checkTemplate(azureTemplate(), parameters);
