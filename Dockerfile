# One image for every process of the many-host shape; docker-compose.yml says which one a container runs.
FROM node:20-bookworm-slim AS build
WORKDIR /teg
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN node tools/build.mjs && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /teg
COPY --from=build /teg/package.json ./
COPY --from=build /teg/node_modules ./node_modules
COPY --from=build /teg/dist ./dist
# The code stays root's: the process that serves people cannot change it.
USER node
EXPOSE 3000
CMD ["node", "dist/apps/web/src/main.js"]
