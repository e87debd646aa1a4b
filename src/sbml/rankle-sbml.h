/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* The model as SBML Level 3 Version 1 text. @parameters (nullable) as for
 * rankle_workspace_set_parameters(): those that are not NaN are written as values. */
char *rankle_model_to_sbml (RankleModel *model, const double *parameters, GError **error);

/* (transfer full): what libSBML warned of when it read the file, without the consistency
 * check, a line for each kind; NULL at the end. */
char **rankle_model_list_warnings (RankleModel *model);

/* libSBML's own consistency check, units included, of an SBML text: NULL if it has
 * nothing to say, else its messages (errors and warnings), one a line. */
char *rankle_sbml_check (const char *sbml);

G_END_DECLS
