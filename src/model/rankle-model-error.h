/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANKLE_MODEL_ERROR (rankle_model_error_quark ())

/**
 * RankleModelError:
 * @RANKLE_MODEL_ERROR_SYNTAX: the text is not Antimony (or not SBML) at the place named
 * @RANKLE_MODEL_ERROR_UNSUPPORTED: valid in the language, but not in the subset Rankle
 * reads
 * @RANKLE_MODEL_ERROR_SEMANTIC: a name is unknown, defined twice, or defined in a circle
 * @RANKLE_MODEL_ERROR_LIMIT: larger, deeper or more numerous than Rankle accepts
 * @RANKLE_MODEL_ERROR_SIDECAR: the JSON beside the model is wrong
 * @RANKLE_MODEL_ERROR_NOT_FOUND: no such model, quantity or file
 *
 * Messages begin with "file:line:column: " wherever a place is known.
 */
typedef enum
{
  RANKLE_MODEL_ERROR_SYNTAX,
  RANKLE_MODEL_ERROR_UNSUPPORTED,
  RANKLE_MODEL_ERROR_SEMANTIC,
  RANKLE_MODEL_ERROR_LIMIT,
  RANKLE_MODEL_ERROR_SIDECAR,
  RANKLE_MODEL_ERROR_NOT_FOUND,
} RankleModelError;

GQuark rankle_model_error_quark (void);

G_END_DECLS
