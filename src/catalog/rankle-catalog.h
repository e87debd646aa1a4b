/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* The bundled models, scenarios and diagrams: compiled in as resources, so that window
 * and twin find the same ones wherever they run. */

/* (transfer full): ids of the bundled models in the order in which they are offered,
 * "rankle" first. */
char **rankle_catalog_list_models (void);

/* A bundled model by id, or any .ant / .xml / .sbml file by path: what stands in a
 * command line's MODEL. A bundled model is compiled once and shared. */
RankleModel *rankle_catalog_load (const char *id_or_path, GError **error);

/* The model that is bundled as @id opens with a scenario of its own; told without
 * compiling it. FALSE: or there is none. */
gboolean rankle_catalog_is_system (const char *id);

/* (transfer full) (nullable): the id that @model is bundled under; NULL: it is not one of
 * those that rankle_catalog_load() gave. */
char *rankle_catalog_dup_id (RankleModel *model);
/* (transfer full): that id, else the name of the file that @model came out of. */
char *rankle_catalog_dup_name (RankleModel *model);

/* (transfer full): a bundled file, e.g. ("scenarios", "healthy.json"). */
GBytes *rankle_catalog_read (const char *folder, const char *name, GError **error);
/* (transfer full): names in a bundled folder, sorted. */
char **rankle_catalog_list (const char *folder);

G_END_DECLS
