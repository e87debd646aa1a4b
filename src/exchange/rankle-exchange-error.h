/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANKLE_EXCHANGE_ERROR (rankle_exchange_error_quark ())

/**
 * RankleExchangeError:
 * @RANKLE_EXCHANGE_ERROR_SYNTAX: the text is not JSON at the place named
 * @RANKLE_EXCHANGE_ERROR_SCHEMA: JSON, but not what the schema asks for; names the member
 * @RANKLE_EXCHANGE_ERROR_LIMIT: larger or deeper than Rankle accepts
 * @RANKLE_EXCHANGE_ERROR_NOT_FOUND: neither a bundled id nor a file
 *
 * Messages begin with "file: " or "file:line:column: ".
 */
typedef enum
{
  RANKLE_EXCHANGE_ERROR_SYNTAX,
  RANKLE_EXCHANGE_ERROR_SCHEMA,
  RANKLE_EXCHANGE_ERROR_LIMIT,
  RANKLE_EXCHANGE_ERROR_NOT_FOUND,
} RankleExchangeError;

GQuark rankle_exchange_error_quark (void);

G_END_DECLS
