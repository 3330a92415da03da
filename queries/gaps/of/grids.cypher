/*---
id: grids
anchor: grid
title: {zh: 网格, en: Grids}
---*/
MATCH (g:Grid)
RETURN g.code AS place, 1 AS total
