import { z } from 'zod';
import { errorBody } from './bodies.ts';
import { type Route, type RouteBody, routes } from './route-table.ts';

const refusals: Readonly<Record<number, string>> = {
  400: 'The body is not JSON, not UTF-8, or was cut off.',
  401: 'No token, or the wrong one.',
  403: 'Another origin, or no admin token is set.',
  404: 'There is no such thing.',
  409: 'Another receipt has this id; the first is kept.',
  413: 'The body is too large.',
  415: 'Another media type.',
  422: 'A field is wrong; path says which.',
  429: 'Too many requests; Retry-After says when to try again.',
  503: 'Not now; nothing was stored. Retry-After says when to try again.',
};

/** OpenAPI 3.1 of a receiver, made from the schemas that check its requests. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operationOf(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'samtycke receiver',
      description: 'Keeps consent receipts, and proves that it has changed none.',
      version: '1',
    },
    paths,
    components: {
      schemas: { error: schemaOf(errorBody, 'output') },
      securitySchemes: {
        visitor: {
          type: 'http',
          scheme: 'bearer',
          description: "The visitor's secret: 32 hexadecimal characters in lower case.",
        },
        admin: { type: 'http', scheme: 'bearer', description: "The owner's token." },
      },
    },
  };
}

function operationOf({ method, path, summary, bearer, parameters, request, ...rest }: Route) {
  const answers = Object.entries(rest.answers).map(([status, { says, ...body }]) => [
    status,
    { description: says, content: contentOf(body, 'output') },
  ]);
  const refused = [...rest.refusals, 503].map((status) => [
    status,
    {
      description: refusals[status],
      content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
    },
  ]);
  return {
    operationId: `${method}${path.replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase()).replace(/\W/g, '')}`,
    summary,
    ...(bearer && {
      security: bearer === 'either' ? [{ visitor: [] }, { admin: [] }] : [{ [bearer]: [] }],
    }),
    ...(parameters && { parameters: parametersOf(parameters) }),
    ...(request && { requestBody: { required: true, content: contentOf(request, 'input') } }),
    responses: Object.fromEntries([...answers, ...refused]),
  };
}

function parametersOf({ in: place, schema }: NonNullable<Route['parameters']>) {
  const required = place === 'path';
  return Object.entries<z.ZodType>(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required,
    schema: schemaOf(part, 'input'),
  }));
}

function contentOf({ types, schema, otherType }: RouteBody, io: 'input' | 'output') {
  return {
    ...Object.fromEntries(
      types.map((type) => [type, schema ? { schema: schemaOf(schema, io) } : {}]),
    ),
    ...(otherType && { [otherType]: {} }),
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}
